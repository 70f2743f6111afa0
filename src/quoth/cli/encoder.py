"""`quoth encoder`: making an encoder's folder out of weights, and looking at the one that is set."""

from pathlib import Path

import click

from quoth.cli.common import json_option, opened, print_json
from quoth.cli.groups import Commands, examples

__all__ = ["command"]

_SHOWN = ("dimensions", "pooling", "max_tokens", "cosine_full", "cosine_int8", "megabytes")


@click.group(
    "encoder",
    cls=Commands,
    epilog=examples("quoth encoder show", "quoth encoder export ~/models/all-MiniLM-L6-v2 ~/minilm-int8"),
)
def command() -> None:
    """A sentence encoder that reads the first hits again. Optional: nothing is downloaded, search works without."""


@command.command("export", epilog="\b\nExample:\n  quoth encoder export ~/models/all-MiniLM-L6-v2 ~/minilm-int8")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--pooling", type=click.Choice(["mean", "first"]), help="By default what the source says, else mean.")
@click.option("--max-tokens", type=click.IntRange(8, 512), help="Longest text, in tokens.")
@json_option
def export(source: Path, target: Path, pooling: str | None, max_tokens: int | None, as_json: bool) -> None:
    """Make an int8 ONNX encoder from the weights of a BERT (safetensors, config, tokenizer), and prove it."""
    from quoth.search.dense.encoder import Pooling
    from quoth.search.dense.export import export_encoder

    made = export_encoder(source, target, pooling=Pooling(pooling) if pooling else None, max_tokens=max_tokens)
    if as_json:
        print_json({name: getattr(made, name) for name in _SHOWN})
        return
    click.echo(
        f"{made.folder}: {made.dimensions} dimensions, {made.pooling} of at most {made.max_tokens} tokens, "
        f"{made.megabytes:.0f} MB; cosine {made.cosine_full:.5f} against the weights, {made.cosine_int8:.3f} in int8."
        f"\nUse it: quoth --set encoder={made.folder} index vectors"
    )


@command.command("show", epilog="\b\nExample:\n  quoth encoder show")
@json_option
@click.pass_context
def show(ctx: click.Context, as_json: bool) -> None:
    """Which encoder is set, whether it can be used, and how many vectors are kept."""
    with opened(ctx) as parts:
        reader = parts.reader
        found = {
            "encoder": parts.settings.encoder,
            "usable": reader is not None,
            "note": parts.reader_note,
            "name": reader.name if reader else None,
            "vectors": len(reader.cache) if reader else 0,
            "units": len(parts.index),
        }
    if as_json:
        print_json(found)
    elif reader is None:
        click.echo(f"Search goes {found['note']}. To make one: quoth encoder export --help")
    else:
        click.echo(f"{found['encoder']}: usable; {found['vectors']:,} vectors kept for {found['units']:,} units.")
