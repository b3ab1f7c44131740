"""Writes build/newsdesk.cdx.json, the bill of what newsdesk runs on, in CycloneDX 1.5: packages and models.

    python -m docs.supply.sbom

The same packages give the same bytes: there is no time and no serial number in it.
"""

import hashlib
import json
import tomllib
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from docs.licenses import license_of
from docs.supply.needed import ROOT, needed
from index.model import DEFAULT_MODEL, PINNED_SHA256

READER = ROOT / "qa" / "reader" / "model" / "reader.onnx"


def package_url(package: Distribution) -> str:
    """Return a package's purl; a local build's mark ("+cpu") is no part of the published version."""
    return f"pkg:pypi/{package.metadata['Name'].lower().replace('_', '-')}@{package.version.split('+')[0]}"


def component(package: Distribution) -> dict[str, Any]:
    """Return the entry of a package."""
    told = license_of(package)
    expression = package.metadata.get("License-Expression")
    return {
        "type": "library",
        "bom-ref": package_url(package),
        "name": package.metadata["Name"],
        "version": package.version.split("+")[0],
        "purl": package_url(package),
        "licenses": [{"expression": expression}] if expression else [{"license": {"name": told}}],
    }


def model(name: str, sha256: str, expression: str) -> dict[str, Any]:
    """Return the entry of a model."""
    return {
        "type": "machine-learning-model",
        "bom-ref": f"model:{name}",
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": sha256}],
        "licenses": [{"expression": expression}],
    }


def bill() -> dict[str, Any]:
    """Return the whole bill."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = needed()
    urls = {name: package_url(package) for name, (package, _) in packages.items()}
    own = f"pkg:pypi/newsdesk@{project['version']}"
    models = [
        model(DEFAULT_MODEL, PINNED_SHA256, "Apache-2.0"),
        model("newsdesk-reader", hashlib.sha256(READER.read_bytes()).hexdigest(), "CC-BY-SA-4.0"),
    ]
    first = sorted({*urls.values()} | {entry["bom-ref"] for entry in models})
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "newsdesk",
                "version": project["version"],
                "purl": own,
                "licenses": [{"expression": project["license"]}],
            }
        },
        "components": [component(package) for package, _ in packages.values()] + models,
        "dependencies": [
            {"ref": own, "dependsOn": first},
            *(
                {"ref": urls[name], "dependsOn": sorted(urls[n] for n in needs)}
                for name, (_, needs) in packages.items()
            ),
        ],
    }


def main() -> Path:
    """Write the bill; return where."""
    target = ROOT / "build" / "newsdesk.cdx.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(bill(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return target


if __name__ == "__main__":
    main()
