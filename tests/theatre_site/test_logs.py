import logging


def test_what_strangers_try_is_one_line_in_the_log(client, db, caplog):
    handler = logging.getLogger("django.security").handlers[0]
    said = []
    handler.emit, emit = lambda record: said.append(handler.format(record)), handler.emit
    try:
        assert client.get("/ru/", headers={"host": "evil.example"}).status_code == 400
    finally:
        handler.emit = emit

    assert len(said) == 1
    assert "Invalid HTTP_HOST header: 'evil.example'" in said[0]
    assert "\n" not in said[0]
