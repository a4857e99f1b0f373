"""Cuts every exported quote out of its article with code-point offsets, using nothing but Python's standard library.

Usage: check_offsets.py EXPORT.jsonl ARTICLES_FOLDER

Python strings are sequences of code points, so this is an independent check of the offsets that Concord exports. It also
recounts the UTF-16 offsets from the code points. Prints the number of records checked; exit code 1 on the first mismatch.
"""

import json
import pathlib
import sys


def article_text(path):
    """The article's text: decoded, BOM off, line ends as LF; nothing else is changed."""
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def utf16_length(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_piece(text, piece, where):
    found = text[piece["start"] : piece["end"]]
    if found != piece["quote"]:
        sys.exit(f"{where}: {piece['start']}-{piece['end']} cuts {found!r}, the quote says {piece['quote']!r}")
    start_utf16 = utf16_length(text[: piece["start"]])
    end_utf16 = start_utf16 + utf16_length(found)
    if (start_utf16, end_utf16) != (piece["start_utf16"], piece["end_utf16"]):
        sys.exit(f"{where}: UTF-16 offsets are {start_utf16}-{end_utf16}, the record says otherwise")


def main(export, articles):
    texts = {}
    checked = 0
    with open(export, encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            record = json.loads(line)
            path = pathlib.Path(articles, *record["article"].split("/"))
            if path not in texts:
                texts[path] = article_text(path)
            where = f"{export}:{number}"
            for piece in record.get("fragments", [record]):
                check_piece(texts[path], piece, where)
            if "fragments" in record:
                hull = (record["fragments"][0]["start"], record["fragments"][-1]["end"])
                joined = " … ".join(piece["quote"] for piece in record["fragments"])
                if hull != (record["start"], record["end"]) or joined != record["quote"]:
                    sys.exit(f"{where}: the hull or the joined quote does not fit the fragments")
            checked += 1
    print(checked)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
