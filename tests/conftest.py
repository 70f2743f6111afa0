"""What holds for every test: a property is not broken by a machine that is busy with other things."""

from hypothesis import settings

settings.register_profile("quoth", deadline=None)
settings.load_profile("quoth")
