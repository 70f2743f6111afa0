"""The table of settings: name, default, unit, help. Printed by `quoth settings`."""

from dataclasses import dataclass

__all__ = ["SETTINGS", "Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table. The environment variable is QUOTH_ and the name in capitals."""

    name: str
    default: str | int | float | bool
    unit: str
    help: str
    answers: bool = False
    """True when the value can change an answer: it goes into the manifest."""

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"QUOTH_{self.name.upper()}"


SETTINGS: tuple[Setting, ...] = (
    Setting("home", "", "folder", "Where the library, index and settings file live. Empty: user data folder."),
    Setting("store", "", "URL", "Database. Empty: SQLite in `home`. A path, postgresql://…, or memory: (not kept)."),
    Setting("index", "tantivy", "name", "Search index: tantivy (on disk) or memory (rebuilt at each start)."),
    Setting(
        "starter", True, "yes/no", "Load the starter library into a new library, newer editions into one that has it."
    ),
    Setting("units_k", 60, "units", "How many units of text the search brings for reading.", answers=True),
    Setting("bm25_k1", 0.9, "", "BM25 term saturation.", answers=True),
    Setting("bm25_b", 0.75, "0 to 1", "BM25 length normalisation.", answers=True),
    Setting("encoder", "", "folder", "Sentence encoder that reads hits again and finds guidance. Empty: words alone."),
    Setting("encoder_k", 50, "hits", "How many hits the encoder reads again.", answers=True),
    Setting("encoder_weight", 0.7, "0 to 1", "What the encoder counts beside the words.", answers=True),
    Setting("coverage_min", 0.63, "0 to 1", "Share of the question's words that a source covers.", answers=True),
    Setting("relevance_min", 0.45, "0 to 1", "Rows below this relevance are left out.", answers=True),
    Setting("rows_max", 25, "rows", "Rows on the page before “show all”.", answers=True),
    Setting("question_max_chars", 1000, "characters", "Longest question that is read.", answers=True),
    Setting("host", "127.0.0.1", "address", "Address that `quoth serve` listens on."),
    Setting("port", 8484, "port", "Port that `quoth serve` listens on."),
    Setting(
        "keep_answers",
        True,
        "yes/no",
        "Keep answers under a random id, so that they can be reopened.",
    ),
    Setting(
        "answers_kept_days",
        30,
        "days",
        "Kept answers older than this are deleted: daily while serving, and when the next is kept.",
    ),
    Setting("threads_kept_days", 30, "days", "Longest time for which a reader can have a thread of questions kept."),
    Setting(
        "emergency_text",
        "",
        "text",
        "Shown where a question sounds like an emergency; add your country's number.",
    ),
    Setting("crisis_text", "", "text", "Shown where a question sounds like a crisis; add your country's number."),
    Setting("upload_max_mb", 16384, "MB", "Largest file that is read, unpacked."),
    Setting("web_upload_max_mb", 256, "MB", "Most that one upload through the pages may bring."),
    Setting("sign_in_to_read", False, "yes/no", "Reading and asking need an account."),
    Setting("https", False, "yes/no", "Pages are reached over HTTPS (behind a proxy): cookies say so."),
    Setting("public_address", "", "URL", "Address of the pages as readers type it; printed copies name it."),
    Setting("session_hours", 12, "hours", "How long somebody stays signed in."),
    Setting("sign_in_tries", 10, "tries", "Wrong passwords within 15 minutes before a name has to wait."),
    Setting("reviewers_needed", 2, "reviewers", "How many reviewers must sign before a page is approved."),
    Setting("accounts_kept_days", 0, "days", "Accounts unused for longer are deleted. 0: kept until removed."),
    Setting("reports_kept_days", 365, "days", "Reports of problems are deleted after this."),
    Setting("oidc_issuer", "", "URL", "Sign-in by this OpenID Connect provider (extra `oidc`). Empty: none."),
    Setting("oidc_client_id", "", "text", "Our id with that provider."),
    Setting("oidc_client_secret", "", "secret", "Our secret with that provider; better in the environment."),
    Setting("oidc_new_accounts", True, "yes/no", "Who signs in there for the first time gets an account as a reader."),
    Setting("unanswered_ledger", False, "yes/no", "Count what was asked and not answered, by concept names alone."),
    Setting("live", "ask", "word", "Search beyond the library: never, ask (shown first, sent on a click) or always."),
    Setting("pubmed", False, "yes/no", "Source: NCBI E-utilities, to search PubMed and fetch abstracts."),
    Setting("pubmed_url", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils", "URL", "Address of `pubmed`."),
    Setting("europepmc", False, "yes/no", "Source: Europe PMC, for open full texts of what PubMed found."),
    Setting("europepmc_url", "https://www.ebi.ac.uk/europepmc/webservices/rest", "URL", "Address of `europepmc`."),
    Setting("pmc", False, "yes/no", "Source: PMC's article datasets on AWS, open full texts by licence."),
    Setting("pmc_url", "https://pmc-oa-opendata.s3.amazonaws.com", "URL", "Address of `pmc`, or its mirror."),
    Setting("pubmed_files", False, "yes/no", "Source: PubMed's baseline and daily update files."),
    Setting("pubmed_files_url", "https://ftp.ncbi.nlm.nih.gov/pubmed", "URL", "Address of `pubmed_files`."),
    Setting("retraction_watch", False, "yes/no", "Source: the Retraction Watch list that Crossref publishes."),
    Setting(
        "retraction_watch_url",
        "https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv",
        "URL",
        "Address of the file of `retraction_watch`.",
    ),
    Setting("nlm_files", False, "yes/no", "Source: NLM's MeSH descriptors and its list of journals."),
    Setting(
        "mesh_url",
        "https://nlmpubs.nlm.nih.gov/projects/mesh/MESH_FILES/xmlmesh/desc2026.gz",
        "URL",
        "Address of the MeSH descriptors: XML or ASCII, plain or gzip.",
    ),
    Setting("journals_url", "https://ftp.ncbi.nlm.nih.gov/pubmed/J_Medline.txt", "URL", "Address of the journal list."),
    Setting("contact_email", "", "e-mail", "Told to NCBI with each request, so that it can write before it blocks."),
    Setting("ncbi_api_key", "", "secret", "Key for NCBI: 10 requests a second instead of 3."),
    Setting("ncbi_tool", "quoth", "word", "Name of this installation for NCBI."),
    Setting("live_records", 40, "records", "Most abstracts that one search beyond the library fetches."),
    Setting("live_full_texts", 5, "texts", "Most open full texts that one search fetches; 0 for none."),
    Setting("live_cached_days", 7, "days", "How long a fetched answer is used again before it is fetched anew."),
    Setting("add_hosts", "", "hosts", "Hosts to add documents from: names, .example.org for all below it, or *."),
    Setting("private_hosts", "", "hosts", "Hosts that may stand at a private address: a mirror in this network."),
    Setting("proxy", "", "URL", "Web proxy for all sources; empty to connect directly. The environment is not read."),
    Setting("http_timeout_s", 20.0, "seconds", "Longest silence of a source before it is asked again."),
    Setting("smtp_host", "", "address", "Mail server for digests; empty for none."),
    Setting("smtp_port", 587, "port", "Port of the mail server."),
    Setting("smtp_security", "starttls", "word", "starttls, tls, or none (inside one machine only)."),
    Setting("smtp_user", "", "text", "Name to sign in with at the mail server; empty for none."),
    Setting("smtp_password", "", "secret", "Password for the mail server."),
    Setting("digest_from", "", "e-mail", "Who digests are from."),
    Setting("digest_to", "", "e-mails", "Who gets digests by mail, parted by commas."),
    Setting(
        "model",
        "off",
        "word",
        "What a language model may do: off, understand (questions), select (rows), prose, plain.",
        answers=True,
    ),
    Setting("model_url", "", "URL", "Address of a server that speaks OpenAI's chat API: http://localhost:11434/v1."),
    Setting("model_name", "", "name", "Which of the server's models to ask.", answers=True),
    Setting("model_key", "", "secret", "Key for the server; better in the environment than in a file."),
    Setting("model_outside", False, "yes/no", "The server may stand outside this machine: question and rows go there."),
    Setting("model_timeout_s", 20.0, "seconds", "Longest that an answer waits for the model."),
    Setting("model_tokens_max", 20000, "tokens", "Most tokens that the model may use for one answer, in and out."),
    Setting("model_at_once", 2, "calls", "Calls to the model that may run side by side."),
    Setting("model_cost_in", 0.0, "per million", "What a million tokens in cost, in any currency; 0: not counted."),
    Setting("model_cost_out", 0.0, "per million", "What a million tokens out cost."),
    Setting("judge", "", "folder or word", "Judge of free paraphrases: empty for none, model, or a folder (ONNX)."),
    Setting("judge_url", "", "URL", "Address of the judge's server, for judge=model; empty: that of model_url."),
    Setting("judge_name", "", "name", "The judge among the server's models; empty: model_name."),
    Setting("judge_key", "", "secret", "Key for the judge's server; empty: model_key at the same address, else none."),
)
