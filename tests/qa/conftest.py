"""Fixtures for the tests of qa."""

import importlib.util
import sys
from pathlib import Path

# Helpers two test files share; pytest's importlib mode gives tests no package to import them from.
_SPEC = importlib.util.spec_from_file_location("qa_reading", Path(__file__).with_name("reading.py"))
assert _SPEC and _SPEC.loader
_reading = importlib.util.module_from_spec(_SPEC)
sys.modules["qa_reading"] = _reading
_SPEC.loader.exec_module(_reading)
