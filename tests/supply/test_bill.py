"""What newsdesk stands on: each package pinned, under a licence that lets it be used, and named in the bill."""

import json
import re
from pathlib import Path

import pytest

from docs.licenses import license_of, pinned
from docs.supply import hashes, sbom
from docs.supply.needed import needed

# Of those a package is offered under, one is enough; "DFSG approved" is no licence of its own.
MAY_BE_USED = re.compile(
    r"MIT|MIT-CMU|BSD|0BSD|[23]-Clause BSD|BSD-[23]-Clause|Apache|BSL-1.0|PSF-2.0|CNRI-Python|ISC|Zlib|CC0-1.0"
    r"|MPL[- ][12].[01]|Mozilla Public License 2.0|CC-BY-SA-4.0"
)
NEEDED = needed()


@pytest.mark.parametrize("name", NEEDED)
def test_each_package_that_is_needed_is_pinned(name: str) -> None:
    assert name in pinned() or name in ("pip", "setuptools")


@pytest.mark.parametrize("name", NEEDED)
def test_each_package_that_is_needed_may_be_used(name: str) -> None:
    told = license_of(NEEDED[name][0])
    assert MAY_BE_USED.match(told), told
    assert "GPL" not in told or " OR " in told, told


def test_the_bill_is_whole_and_the_same_each_time() -> None:
    bill = sbom.bill()
    assert json.dumps(bill) == json.dumps(sbom.bill())
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.5", 1)
    refs = [entry["bom-ref"] for entry in bill["components"]]
    assert len(refs) == len(set(refs)) == len(NEEDED) + 2
    told = {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]}
    assert {ref for needs in told.values() for ref in needs} <= set(refs)
    assert set(refs) == set(told["pkg:pypi/newsdesk@0.1.0"])
    for entry in bill["components"]:
        assert entry["name"] and entry["licenses"] and (entry.get("purl") or entry["hashes"])


def test_the_hashes_are_those_of_the_report(tmp_path: Path) -> None:
    def item(name: str, **archive: object) -> dict[str, object]:
        return {"metadata": {"name": name, "version": "1.0"}, "download_info": {"archive_info": archive}}

    found = hashes.lines({"install": [item("B_b", hashes={"sha256": "ab"}), item("a", hashes={"sha256": "cd"})]})
    assert found == ["a==1.0 --hash=sha256:cd", "b-b==1.0 --hash=sha256:ab"]
    with pytest.raises(ValueError, match="no sha256 for a"):
        hashes.lines({"install": [item("a")]})
