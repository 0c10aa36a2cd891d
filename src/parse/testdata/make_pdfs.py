"""Writes the small PDF files that pdf_test.cpp reads, byte by byte, into the folder named on the command line.

two_columns.pdf   three pages: a title over two columns, running heads, page numbers, divided words
encrypted.pdf     asks for a password
broken.pdf        not a PDF behind its first line
empty.pdf         one page without text
titled.pdf        has a title in its metadata
"""

import pathlib
import sys


def escaped(text):
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def line(x, y, text, size=10):
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped(text)}) Tj ET\n"


def pdf(pages, info="", trailer=""):
    """A file of A4-like pages (600 x 800 points); each page is its content stream."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    first_page = 4
    kids = " ".join(f"{first_page + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for i, content in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {first_page + 2 * i + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}endstream")
    if info:
        objects.append(info)
        trailer += f" /Info {len(objects)} 0 R"
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


LEFT = [
    "Patients with dyssynergia were asked to",
    "train the pelvic floor with a device. The ran-",
    "domised trial followed them for a long-",
    "term period of twelve months. Of those who",
    "began, most completed every session of the",
    "programme, and long-term results are given.",
    "The left column ends with this sentence.",
]
RIGHT = [
    "The right column starts with this line and",
    "goes on with a second line about results.",
    "Success was seen in 17 of 24 patients, and",
    "nobody came to harm in the whole study.",
    "The randomised arms were of equal size.",
    "This line closes the text of the column.",
]


def column_page(number, title=""):
    content = line(50, 770, "Journal of Examples 2020", 8) + line(290, 25, str(number), 8)
    if title:
        content += line(60, 700, title, 20)
    for i, text in enumerate(LEFT):
        content += line(50, 640 - 13 * i, text)
    for i, text in enumerate(RIGHT):
        content += line(320, 634 - 13 * i, text)
    return content


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    pages = [column_page(1, "Training the pelvic floor"), column_page(2), column_page(3)]
    (folder / "two_columns.pdf").write_bytes(pdf(pages, "<< /Title (Microsoft Word - final.doc) >>"))
    (folder / "titled.pdf").write_bytes(
        pdf([line(50, 700, "One line of text stands here.") + line(50, 40, "doi:10.5555/PDF.1", 8)],
            "<< /Title (A plausible title of a paper) /Author (Jane Doe) >>"))
    (folder / "empty.pdf").write_bytes(pdf([""]))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4\n" + b"nothing else of a PDF is in here\n" * 20)
    # A password is wanted: the standard handler with keys that no empty password opens.
    keys = "A" * 64
    encrypt = f" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{keys}> /U <{keys}> /P -4 >> /ID [<00><00>]"
    (folder / "encrypted.pdf").write_bytes(pdf(["BT ET\n"], "", encrypt))


main()
