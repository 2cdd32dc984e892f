"""Whatever is uploaded becomes a table or a sentence."""

import io
import re
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from festivals.resources import ParticipantResource
from tests.exchange import csv_file, upload
from tests.factories import create_edition, create_editor
from theatre_site.exchange import csv_files, reading, xlsx_files
from theatre_site.exchange.tables import FileProblem

from .lists import LISTS

HEADERS = ["Фестиваль", "коллектив", "Спектакль [RU]"]
ROW = ["ТЮЗ-2011", "Маска", "Колобок; «сказка»"]


@pytest.fixture
def read(db):
    resource = ParticipantResource(create_editor())
    return lambda file: reading.read(file, resource)


@pytest.fixture
def problem(read):
    """problem(file): the sentence that refuses it."""

    def problem(file):
        with pytest.raises(FileProblem) as refused:
            read(file)
        return refused.value.message

    return problem


def xlsx_file(*rows, name="list.xlsx", change=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    content = io.BytesIO()
    book.save(content)
    return upload(content.getvalue(), name)


def zip_of(**parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize("delimiter", csv_files.DELIMITERS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_encoding_and_delimiter_are_found_out(read, encoding, delimiter):
    table = read(csv_file(HEADERS, ROW, encoding=encoding, delimiter=delimiter))

    assert table.columns == ["edition", "company", "show_ru"]
    assert table.rows == [ROW]


@pytest.mark.parametrize(
    "headers",
    [
        ["edition", "company", "show_ru"],
        ["фестиваль", "коллектив", "спектакль [ru]"],
        ["  ФЕСТИВАЛЬ ", "колектив", "вистава [ru]"],
        ["edition", "company", "show [ru]"],
    ],
)
def test_headers_are_known_in_every_language(read, headers):
    assert read(csv_file(headers, ROW)).columns == ["edition", "company", "show_ru"]


def test_excel_may_say_its_delimiter_first(read):
    content = b"sep=;\r\nedition;company\r\n1;2\r\n"
    assert read(upload(content)).rows == [["1", "2"]]


def test_remarks_and_empty_rows_are_left_out_and_the_others_keep_their_numbers(read):
    table = read(csv_file(HEADERS, ["# пример", "", ""], ["", "", " "], ROW, ["a", "b", "line\nline"], ROW))

    assert table.numbers == [4, 5, 6]


def test_a_sheet_is_read_as_people_see_it(read):
    headers = ["edition", "company", "show_ru", "running_time", "order", "author_ru"]
    table = read(xlsx_file(headers, [2011, "Маска", None, 60.0, True, datetime(2026, 12, 5, 15, 0)]))

    assert table.rows == [["2011", "Маска", "", "60", "1", "2026-12-05 15:00"]]


def with_formula(kind, value):
    """A sheet with a formula in C2, as Excel leaves it when it has worked it out:
    with_formula("n", "2")."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(xlsx_file(HEADERS, ["ТЮЗ-2011", "Маска", "=1+1"])) as before,
        zipfile.ZipFile(content, "w") as after,
    ):
        for part in before.namelist():
            text = before.read(part).decode()
            text = re.sub('"C2"><f>1[+]1</f>(<v ?/>|<v></v>)', f'"C2" t="{kind}"><f>1+1</f><v>{value}</v>', text)
            after.writestr(part, text)
    return upload(content.getvalue(), "list.xlsx")


@pytest.mark.parametrize(("kind", "value"), [("n", "2"), ("str", "Колобок"), ("str", "")])
def test_of_a_formula_only_its_value_is_read(read, kind, value):
    assert read(with_formula(kind, value)).rows == [["ТЮЗ-2011", "Маска", value]]


def test_a_formula_that_nobody_has_worked_out_does_not_empty_its_cell(problem):
    assert problem(xlsx_file(HEADERS, ["ТЮЗ-2011", "Маска", "=1+1"])) == (
        "У формулы в ячейке C2 ещё нет значения. Откройте файл в Excel и сохраните его снова."
    )


def test_only_the_first_sheet_is_read_even_if_another_was_left_open(read):
    def leave_another_open(book):
        book.active = book.create_sheet("Другой")
        book.active.append(["что-то"])

    assert read(xlsx_file(HEADERS, ROW, change=leave_another_open)).rows == [ROW]


def test_the_text_guarded_from_being_a_formula_comes_back_as_it_was(read):
    table = read(csv_file(HEADERS, ["'=1+1", "''-", "'апостроф"]))

    assert table.rows == [["=1+1", "'-", "'апостроф"]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Файл пуст."),
        (b" \r\n ", "Файл пуст."),
        (b"edition;company\r\n", "Под заголовками нет ни одной строки."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "Это старый файл Excel (XLS) или файл с паролем. Сохраните его как XLSX или CSV.",
        ),
        (
            zip_of(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "Этот файл XLSX повреждён. Откройте его в Excel и сохраните ещё раз.",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "Это не CSV и не XLSX. Сохраните таблицу в одном из этих форматов."),
        (zip_of(a="b"), "Этот файл XLSX повреждён. Откройте его в Excel и сохраните ещё раз."),
        (b"PK\x03\x04broken", "Этот файл XLSX повреждён. Откройте его в Excel и сохраните ещё раз."),
        (
            "имя;фамилия\r\nа;б".encode(),
            "В первой строке нет ни одного столбца этого списка. Начните с образца или со скачанного списка.",
        ),
        (
            "фестиваль;коллектив;рост".encode("koi8-r"),
            "В первой строке нет ни одного столбца этого списка. Начните с образца или со скачанного списка.",
        ),
        (
            "edition;company;рост;вес\r\n1;2;3;4".encode(),
            "Таких столбцов в этом списке нет: рост, вес. Удалите их или переименуйте.",
        ),
        ("edition;company;Фестиваль\r\n1;2;3".encode(), "Столбец «фестиваль» стоит дважды."),
        (b"company;show_ru\r\n1;2", "Не хватает столбцов: фестиваль."),
        (
            b'edition;company\r\n1;2\r\n3;"4\r\n5;6',
            "Строку 3 не прочитать: кавычка не закрыта или стоит не на месте, либо ячейка слишком длинная.",
        ),
        (
            ("edition;company\r\n1;" + "я" * 200_000).encode(),
            "Строку 2 не прочитать: кавычка не закрыта или стоит не на месте, либо ячейка слишком длинная.",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(problem, content, words):
    assert problem(upload(content)) == words


def test_a_file_of_libreoffice_is_recognised(problem):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:  # not packed, as the format demands
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    assert problem(upload(content.getvalue())) == "Это файл LibreOffice (ODS). Сохраните его как XLSX или CSV."


def test_the_number_of_a_row_makes_other_columns_dispensable(read):
    assert read(csv_file(["№", "show_ru"], ["7", "Колобок"])).columns == ["id", "show_ru"]


def test_a_file_has_at_most_so_many_rows(problem, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)

    assert problem(csv_file(HEADERS, *[ROW] * 4)) == "В файле больше 3 строк. Разделите список."


def test_a_file_has_at_most_so_many_bytes(problem, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1024 * 1024)

    assert problem(upload(bytes(1024 * 1024 + 1))) == "Файл больше 1 МБ. Разделите список."


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(problem):
    content = zip_of(**{"xl/workbook.xml": b" " * (xlsx_files.MOST_UNPACKED + 1)})
    assert len(content) < 100_000

    assert problem(upload(content)) == (
        "Этот файл XLSX в распакованном виде слишком велик. Оставьте в нём только сам список."
    )


def test_entities_that_multiply_are_refused(problem):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    good = zipfile.ZipFile(xlsx_file(HEADERS, ["2011", "Maska", "Kolobok"]))
    parts = {name: good.read(name).decode() for name in good.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].replace("Maska", "&e11;")
    parts["xl/worksheets/sheet1.xml"] = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>{sheet}'

    assert problem(upload(zip_of(**parts))) == "Этот файл XLSX повреждён. Откройте его в Excel и сохраните ещё раз."


def test_a_cell_with_an_error_of_excel_is_refused(problem):
    def spoil(book):
        book.active["C2"].value = "#REF!"

    assert problem(xlsx_file(HEADERS, ROW, change=spoil)) == (
        "В ячейке C2 ошибка: #REF!. Исправьте формулу или впишите само значение."
    )


def test_a_text_that_excel_may_have_cut_off_is_refused(problem):
    assert problem(xlsx_file(HEADERS, ["ТЮЗ-2011", "Маска", "я" * 40_000])) == (
        "Текст в ячейке C2 — предельной для Excel длины, его конец мог пропасть. Возьмите CSV."
    )


def test_a_cell_beyond_the_columns_is_refused_with_its_row(read):
    [refusal] = read(csv_file(HEADERS, ROW, [*ROW, "", "лишнее"])).refusals

    assert (refusal.number, refusal.reason) == (3, "В строке больше ячеек, чем столбцов.")


def test_no_header_could_mean_two_columns(db):
    create_edition()
    for resource in LISTS:
        columns = resource(create_editor()).columns()
        names = [name for column in columns for name in column.names]
        assert sorted(names) == sorted(set(names))
