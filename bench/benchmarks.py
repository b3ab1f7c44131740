"""The benchmarks by name: each takes what is built and yields the rows of its table."""

from collections.abc import Callable, Iterator

from bench.built import Built
from bench.measure import folder_mb, middle, percentile, python, run, script
from bench.rows import Row

COLD_TIMES = 7
COLD_PLAIN_TIMES = 2
COLD_S, WARM_P50_MS, WARM_P95_MS, INGEST_RATIO = 1.2, 25.0, 60.0, 2.0
PEAK_MB, CHANGE_S, FIGURES_SHARE, VERIFY_MS = 400.0, 1.0, 0.2, 5.0
"""Budgets of the design, on two quiet cores."""

MANY, QUICK_MANY = 10_000, 1_000
"""Articles among which one is added, changed, removed."""


def ingest(built: Built) -> Iterator[Row]:
    """Articles a second into a new index, the model loaded before; and the most memory that took."""
    ours, plain = built.ours_run, built.plain_run
    one, other = ours.data, plain.data
    rate, plain_rate = one["articles"] / one["seconds"], other["articles"] / other["seconds"]
    note = f"{one['articles']:,} articles, {one['chunks']:,} chunks; plain {other['chunks']:,}"
    kept = rate >= INGEST_RATIO * plain_rate
    yield Row("ingest, articles", rate, "a second", plain_rate, "2x plain", kept, more_is_better=True, note=note)
    yield Row("ingest, processor time", one["cpu"], "s", other["cpu"])
    yield Row("ingest, most memory", ours.peak_mb, "MB", plain.peak_mb)


def disk(built: Built) -> Iterator[Row]:
    """Size of the index folder, for an article."""
    _ = built.ours_run, built.plain_run
    ours, plain = folder_mb(built.ours), folder_mb(built.plain)
    yield Row("on disk, an article", 1000 * ours / built.articles, "kB", 1000 * plain / built.articles)


def cold(built: Built) -> Iterator[Row]:
    """A question in a new process: `newsdesk ask` from its start to its end, and the most memory it took."""
    _ = built.ours_run, built.plain_run
    command = [script("newsdesk"), "ask", built.questions[0], "--index", str(built.ours)]
    run(command)  # compiles modules and brings files into the page cache, as any earlier question has
    one = middle([run(command) for _ in range(COLD_TIMES)])
    plain_command = python("bench.plain", "ask", str(built.plain), built.questions[0])
    other = middle([run(plain_command) for _ in range(COLD_PLAIN_TIMES)])
    yield Row("cold ask", one.wall, "s", other.wall, "1.2 s", one.wall <= COLD_S)
    yield Row("cold ask, processor time", one.cpu, "s", other.cpu)
    yield Row("cold ask, most memory", one.peak_mb, "MB", other.peak_mb, "400 MB", one.peak_mb <= PEAK_MB)


def warm(built: Built) -> Iterator[Row]:
    """Questions one after the other in one process; the plain pipeline only searches, newsdesk answers."""
    _ = built.ours_run, built.plain_run
    ours = run(python("bench.ours", "warm", str(built.ours), built.asked))
    plain = run(python("bench.plain", "warm", str(built.plain), built.asked))
    took, other = ours.data["ms"], plain.data["ms"]
    stages = ", ".join(f"{name} {ms:.1f}" for name, ms in ours.data["stages"].items())
    note = f"{len(took)} questions, {ours.data['abstained']:.0%} declined; means: {stages}"
    for share, budget in ((0.5, WARM_P50_MS), (0.95, WARM_P95_MS)):
        value = percentile(took, share)
        name = f"warm answer, p{100 * share:.0f}"
        yield Row(name, value, "ms", percentile(other, share), f"{budget:.0f} ms", value <= budget, note=note)
        note = ""
    yield Row("warm answer, processor time, mean", ours.data["cpu_ms"], "ms", plain.data["cpu_ms"])
    yield Row("the same on articles not yet read, p50", percentile(ours.data["first_ms"], 0.5), "ms")
    yield Row("asking, most memory", ours.peak_mb, "MB", plain.peak_mb, "400 MB", ours.peak_mb <= PEAK_MB)


def figures(built: Built) -> Iterator[Row]:
    """Extraction of figures: megabytes a second, and its share of the processor time of ingest."""
    ingested = built.ours_run.data
    data = run(python("bench.ours", "figures", str(built.corpus))).data
    yield Row("figures, text read", data["mb"] / data["extract"], "MB/s", note=f"{data['figures']:,} figures")
    # The rest of ingest is what the added time is measured against.
    added = data["extract"] / max(ingested["cpu"] - data["extract"], 1e-9)
    yield Row("figures, added to ingest", added, "of it", None, "a fifth", added <= FIGURES_SHARE)


def verify(built: Built) -> Iterator[Row]:
    """Verification of one claim against its cited sentences."""
    _ = built.ours_run
    data = run(python("bench.ours", "verify", str(built.ours), built.asked)).data
    for name, took in data.items():
        value = percentile(took, 0.95)
        yield Row(
            f"verify a claim {name}, p95", value, "ms", None, "5 ms", value <= VERIFY_MS, note=f"{len(took)} claims"
        )


def change(built: Built) -> Iterator[Row]:
    """Add, change, remove one article among many; vectors by a fake encoder."""
    many = QUICK_MANY if built.quick else MANY
    data = run(python("bench.ours", "change", str(built.home / "many"), str(many))).data
    for name in ("add", "change", "remove"):
        yield Row(f"{name} one of {many:,} articles", data[name], "s", None, "1 s", data[name] <= CHANGE_S)


ALL: dict[str, Callable[[Built], Iterator[Row]]] = {
    "ingest": ingest,
    "disk": disk,
    "cold": cold,
    "warm": warm,
    "figures": figures,
    "verify": verify,
    "change": change,
}
