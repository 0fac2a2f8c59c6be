"""What a person types and is told: exit statuses, messages that name the file and page and what to do."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pikepdf
import pytest

from banmian.model.codec import decode
from conftest import Ran
from handmade_pdf import Sheet, made, picture, text
from programs import LIMIT_S, PAGES, started

Banmian = Callable[..., Ran]

STORY = "".join(
    [text("東城大橋今天通車", 40, 80, 24)]
    + [text("本報訊　今晨河上起了大霧，渡船停了一個鐘頭，", 40, 120 + 14 * i) for i in range(8)]
)
ENGLISH = "".join(text(f"The old bridge was closed to all carts today, line {i}.", 40, 80 + 14 * i) for i in range(9))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made([Sheet(STORY), Sheet(ENGLISH)]))
    return path


def test_publish_prints_the_page_to_open_and_nothing_else(banmian: Banmian, paper: Path) -> None:
    ran = banmian("publish", paper)
    assert ran.status == 0, ran.err
    assert ran.out == "paper-edition/index.html\n"
    assert Path("paper-edition/index.html").is_file()


def test_read_writes_edition_json_to_standard_output_or_to_a_file(banmian: Banmian, paper: Path) -> None:
    shown = banmian("read", paper)
    assert shown.status == 0, shown.err
    edition = decode(shown.out)
    assert [page.number for page in edition.pages] == ["1", "2"]
    assert any("東城大橋今天通車" in (a.headline or "") for a in edition.articles)
    filed = banmian("read", paper, "--json", "edition.json")
    assert (filed.status, filed.out) == (0, "")
    assert Path("edition.json").read_text(encoding="utf-8") == shown.out


STRAYED = "瀾汀週報\n\n社區食堂開張\n記者 陈家豪\n"
STRAYED += "本報訊 昨日上午，街道新開的社區食堂迎來第一批老人。老人們說，飯菜便宜，离家又近。"
STRAYED += "后来大家都留了电話。負責人表示，以後每週要換一次菜單，讓大家吃得舒服，還會給行動不便的老人送飯到家。\n"


@pytest.mark.parametrize(
    ("script", "language", "words"),
    [
        (None, "zh-Hant", ["離家又近。後來大家都留了電話", "陳家豪"]),
        ("hans", "zh-Hans", ["离家又近。后来大家都留了电话", "陈家豪"]),
        ("hk", "zh-Hant-HK", ["老人們説", "陳家豪"]),
        ("printed", "zh-Hant", ["离家又近。后来大家都留了电話", "陈家豪"]),
    ],
)
def test_an_edition_in_the_script_that_is_asked_for(
    banmian: Banmian, tmp_path: Path, script: str | None, language: str, words: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(STRAYED, encoding="utf-8")
    asked = ["--script", script] if script else []
    edition = decode(banmian("read", "a.txt", *asked).out)
    assert edition.language == language
    said = "".join(f"{a.byline}{a.paragraphs}" for a in edition.articles)
    for each in words:
        assert each in said
    assert banmian("publish", "a.txt", "-o", "site", *asked).status == 0
    assert words[0] in "".join(p.read_text("utf-8") for p in (tmp_path / "site").rglob("*.html"))


def test_a_script_that_there_is_not_is_wrong_usage(banmian: Banmian) -> None:
    assert banmian("read", "a.txt", "--script", "klingon").status == 2


def test_schema_prints_the_schema_that_read_keeps_to(banmian: Banmian, paper: Path) -> None:
    schema = json.loads(banmian("schema").out)
    jsonschema.validate(json.loads(banmian("read", paper).out), schema)


def test_several_arguments_are_the_pages_in_their_order(banmian: Banmian, tmp_path: Path) -> None:
    for name, words in (("b.pdf", "第一個給的檔案在前"), ("a.pdf", "第二個給的檔案在後")):
        (tmp_path / name).write_bytes(made([Sheet(text(words, 40, 100, 20) + STORY)]))
    edition = decode(banmian("read", "b.pdf", "a.pdf").out)
    assert len(edition.pages) == 2
    words = "".join(f"{a.kicker}{a.headline}{a.deck}{a.paragraphs}" for a in edition.articles)
    assert words.index("第一個給的") < words.index("第二個給的")


def test_a_folder_is_its_pages_by_number(banmian: Banmian, tmp_path: Path) -> None:
    folder = tmp_path / "issue"
    folder.mkdir()
    for number in (1, 2, 10):
        data = made([Sheet(STORY)], labels={0: {"P": f"B{number:02}"}})
        (folder / f"page{number}.pdf").write_bytes(data)
    (folder / ".DS_Store").write_bytes(b"\0\1\2")
    (folder / "notes.bin").write_bytes(bytes(range(256)))
    ran = banmian("read", folder)
    assert ran.status == 0, ran.err
    assert [page.number for page in decode(ran.out).pages] == ["B01", "B02", "B10"]


@pytest.mark.parametrize("name", ["paper.txt", "paper", "paper.docx"])
def test_the_content_tells_the_format(banmian: Banmian, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(made([Sheet(STORY)]))
    ran = banmian("read", name)
    assert ran.status == 0, ran.err
    assert decode(ran.out).pages[0].width == 400


def test_ocr_text_named_pdf_is_read_as_text(banmian: Banmian, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_text("東城大橋通車\n\n本報訊　今晨通車了。\n", encoding="utf-8")
    ran = banmian("read", "page.pdf")
    assert ran.status == 0, ran.err
    assert decode(ran.out).pages[0].width is None


def damaged(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("command", ["read", "publish"])
@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.pdf", b"", ["empty.pdf is empty", "Get the file again"]),
        ("blank.txt", b" \n\n", ["blank.txt holds no text", "Check"]),
        ("noise.bin", bytes(range(256)) * 20, ["noise.bin is of no format known here", "Give one of", "PDF"]),
        ("noise.txt", bytes(range(256)) * 20, ["noise.txt is of no format known here", "Give one of"]),
        ("cut.pdf", made([Sheet(STORY)])[:700], ["cut.pdf is a PDF", "cut short", "Get the file again"]),
        (
            "locked.pdf",
            made([Sheet(STORY)], encryption=pikepdf.Encryption(owner="o", user="sesame")),
            ["locked.pdf is encrypted", "--password"],
        ),
        (
            "scan.pdf",
            made([Sheet(picture((0, 0, 400, 600)))] * 3),
            ["page 1 of scan.pdf is a picture without text", "2 more pages", "Give a PDF with text"],
        ),
        ("bomb.pdf", made([Sheet()] * 5000), ["5000 pages; the limit is 1000", "--max-pages 5000"]),
        (
            "long.pdf",
            made([Sheet(STORY, height=28_346)]),
            ["page 1 of long.pdf is 10.0 m long", "limit is 5 m"],
        ),
    ],
    ids=["empty", "blank", "noise", "noise as text", "cut", "locked", "image only", "bomb", "ten metres"],
)
def test_bad_input_is_told_with_what_to_do(
    banmian: Banmian, tmp_path: Path, command: str, name: str, data: bytes, told: list[str]
) -> None:
    damaged(tmp_path, name, data)
    ran = banmian(command, name)
    assert ran.status == 3
    assert ran.out == ""
    for words in told:
        assert words in ran.err
    assert ran.err.startswith("banmian: ")
    assert "Traceback" not in ran.err
    assert [p.name for p in tmp_path.iterdir()] == [name], "nothing is left behind"


def test_no_such_file(banmian: Banmian) -> None:
    ran = banmian("publish", "papre.pdf")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err == "banmian: papre.pdf: no such file or folder. Check the spelling.\n"


@pytest.mark.parametrize("inside", [{}, {"a.bin": bytes(range(256)), "b.pdf": b""}], ids=["no files", "noise"])
def test_a_folder_with_nothing_readable(banmian: Banmian, tmp_path: Path, inside: dict[str, bytes]) -> None:
    (tmp_path / "issue").mkdir()
    for name, data in inside.items():
        damaged(tmp_path / "issue", name, data)
    ran = banmian("publish", "issue")
    assert (ran.status, ran.out) == (3, "")
    assert "issue holds no" in ran.err
    assert "Give a folder with the pages of one issue" in ran.err


def broken_second_page() -> bytes:
    with pikepdf.open(io.BytesIO(made([Sheet(STORY)] * 3))) as whole:
        whole.Root.Pages.Kids[1] = whole.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))
        out = io.BytesIO()
        whole.save(out)
        return out.getvalue()


def test_a_broken_page_among_good_ones_is_named_and_the_rest_published(banmian: Banmian, tmp_path: Path) -> None:
    damaged(tmp_path, "three.pdf", broken_second_page())
    ran = banmian("publish", "three.pdf", "-o", "out")
    assert ran.status == 4
    assert ran.out == "out/index.html\n"
    assert "1 of 3 pages could not be read" in ran.err
    assert "page 2: page 2 of three.pdf is damaged" in ran.err
    edition = decode(banmian("read", "three.pdf").out)
    assert [page.missing is None for page in edition.pages] == [True, False, True]
    assert len({r.page for a in edition.articles for r in a.regions}) == 2


def test_a_broken_file_among_good_ones_is_a_missing_page(banmian: Banmian, tmp_path: Path) -> None:
    (tmp_path / "issue").mkdir()
    for name, data in (("1.pdf", made([Sheet(STORY)])), ("2.pdf", b"%PDF-1.7 and no more"), ("3.pdf", b"")):
        damaged(tmp_path / "issue", name, data)
    ran = banmian("publish", "issue", "-o", "out")
    assert ran.status == 4
    assert "page 2: 2.pdf is a PDF, but it is damaged" in ran.err
    assert "page 3: issue/3.pdf is empty" in ran.err


@pytest.mark.parametrize(("password", "status"), [("sesame", 0), ("open", 3)])
def test_a_password_opens_or_does_not(banmian: Banmian, tmp_path: Path, password: str, status: int) -> None:
    locked = pikepdf.Encryption(owner="o", user="sesame")
    damaged(tmp_path, "locked.pdf", made([Sheet(STORY)], encryption=locked))
    ran = banmian("read", "locked.pdf", "--password", password)
    assert ran.status == status
    if status:
        assert "locked.pdf does not open with this password. Check --password." in ran.err


def test_max_pages_is_the_limit_of_the_whole_issue(banmian: Banmian, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        damaged(tmp_path, name, made([Sheet(STORY)] * 3))
    assert banmian("read", "a.pdf", "b.pdf", "--max-pages", 6).status == 0
    ran = banmian("read", "a.pdf", "b.pdf", "--max-pages", 5)
    assert ran.status == 3
    assert "the limit is 5" in ran.err
    assert "--max-pages 6" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["publish"],
        ["print", "x.pdf"],
        ["read", "x.pdf", "--pages", "3"],
        ["read", "x.pdf", "--max-pages", "none"],
        ["read", "x.pdf", "--max-pages", "0"],
        ["serve", "x", "--port", "70000"],
    ],
    ids=" ".join,
)
def test_wrong_usage(banmian: Banmian, words: list[str]) -> None:
    ran = banmian(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: banmian" in ran.err


def test_help_is_a_result(banmian: Banmian) -> None:
    for words in (["--help"], ["publish", "-h"], ["--version"]):
        ran = banmian(*words)
        assert ran.status == 0
        assert ran.out
        assert ran.err == ""


def test_debug_shows_where_and_keeps_the_status(banmian: Banmian) -> None:
    for words in (["--debug", "read", "no.pdf"], ["read", "no.pdf", "--debug"]):
        ran = banmian(*words)
        assert ran.status == 3
        assert "Traceback" in ran.err


def test_a_fault_of_ours_in_one_page_costs_no_other(tmp_path: Path, paper: Path) -> None:
    ran = started("publish", paper, cwd=tmp_path, fault="stumbling", STUMBLES_AT="2")
    assert ran.returncode == 4
    assert "page 2 of paper.pdf could not be read by a fault of ours (LookupError" in ran.stderr
    assert "Traceback" not in ran.stderr
    ran = started("publish", paper, "--debug", cwd=tmp_path, fault="stumbling", STUMBLES_AT="2")
    assert ran.returncode == 4
    assert "Traceback" in ran.stderr


def test_a_fault_of_ours_is_owned_up_to(tmp_path: Path, paper: Path) -> None:
    ran = started("read", paper, cwd=tmp_path, fault="stumbling", STUMBLES_AT="issue")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "a fault of ours: LookupError" in ran.stderr
    assert "--debug" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_name_that_is_no_text_is_no_trouble(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xb3\xf8\xaf\xc8.pdf")  # Big5, as old archives have them
    damaged(tmp_path, name, broken_second_page())
    ran = started("publish", name, cwd=tmp_path)
    assert ran.returncode == 4, ran.stderr
    assert started("publish", f"no{name}", cwd=tmp_path).returncode == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_standard_output_that_is_full_is_told(tmp_path: Path, paper: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "banmian", "read", paper],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=LIMIT_S,
            cwd=tmp_path,
        )
    assert ran.returncode == 5
    assert "No space left on device" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    sample = PAGES / "english-weekly/issue.pdf"
    with subprocess.Popen(
        [sys.executable, "-m", "banmian", "read", sample],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(LIMIT_S) == 0


def test_no_bar_where_nobody_looks(tmp_path: Path, paper: Path) -> None:
    ran = started("publish", paper, cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stderr == ""


def test_help_loads_none_of_the_heavy_parts() -> None:
    heavy = {"numpy", "scipy", "pypdfium2", "opencc", "rjieba", "PIL", "zxingcpp", "jinja2", "msgspec"}
    code = (
        "import sys\nfrom banmian.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    print('LOADED', *sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split("LOADED")[1].split())
    assert "banmian.cli" in loaded
    assert not loaded & heavy


def test_serve_answers_on_loopback_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>河灣週報", encoding="utf-8")
    command = [sys.executable, "-m", "banmian", "serve", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            started_at = time.monotonic()
            url = process.stdout.readline().strip()
            assert time.monotonic() - started_at < LIMIT_S
            assert url.startswith("http://127.0.0.1:")
        finally:
            process.terminate()


def test_serve_says_when_there_is_nothing_to_serve(banmian: Banmian, tmp_path: Path) -> None:
    ran = banmian("serve", tmp_path)
    assert ran.status == 3
    assert "holds no edition" in ran.err
    assert "banmian publish" in ran.err
