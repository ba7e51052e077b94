"""Starting is quick because what is heavy is loaded only by those who need it."""

import json
import subprocess
import sys
from pathlib import Path

HEAVY = {"altair", "docx", "pandas", "scipy", "splink", "typst", "vl_convert", "xlsxwriter"}
PROGRAM = """
import json, sys
{before}
from goldenthread.config.command_line import main
for command in {commands!r}:
    assert main(command) == 0, command
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def loaded_after(*commands: list[str], before: str = "") -> set[str]:
    """The packages in memory after one process has carried out some commands."""
    program = PROGRAM.format(before=before, commands=commands)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def invented_return(folder: Path) -> Path:
    file = folder / "people.csv"
    file.write_text("local_id,date_of_birth,sex\n1,2008-03-27,2\n2,2011-09-09,1\n")
    return file


def test_receive_loads_nothing_that_only_charts_documents_and_linkage_need(tmp_path: Path) -> None:
    agency = ["agency", "cs", "Children's services", "--sector", "local-authority"]
    taken_in = ["receive", str(invented_return(tmp_path)), "--agency", "cs", "--period", "FY2017-18", "--accept"]
    loaded = loaded_after(["init", "A board"], agency, taken_in)
    assert "duckdb" in loaded
    assert loaded & HEAVY == set()


def test_asking_for_help_loads_no_engine() -> None:
    assert loaded_after(["--help"]) & {"duckdb", "pyarrow", *HEAVY} == set()


def test_a_heavy_package_would_be_noticed() -> None:
    assert loaded_after(["--version"], before="import scipy") & HEAVY == {"scipy"}
