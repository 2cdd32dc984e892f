"""A bucket of S3's kind, served over HTTP by this process."""

import logging
from contextlib import contextmanager

import boto3
from moto.server import ThreadedMotoServer

ACCESS = {"access_key": "tests", "secret_key": "tests"}
NAME = "theatre"


@contextmanager
def served_bucket():
    """What settings.MEDIA_S3 says of an empty bucket that nobody may read without its key."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # which would note every request
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    where = {"endpoint_url": f"http://{host}:{port}", "region_name": "us-east-1"}
    try:
        client_of(where).create_bucket(Bucket=NAME)
        empty(where)  # moto remembers one of this name that another server of this process had
        yield {"bucket_name": NAME, **where, **ACCESS}
    finally:
        server.stop()


def keys_in(where):
    """The names of all that lies there."""
    return sorted(each["Key"] for each in client_of(where).list_objects_v2(Bucket=NAME).get("Contents", []))


def empty(where):
    for key in keys_in(where):
        client_of(where).delete_object(Bucket=NAME, Key=key)


def client_of(where):
    return boto3.client(
        "s3",
        endpoint_url=where["endpoint_url"],
        region_name=where["region_name"],
        aws_access_key_id=ACCESS["access_key"],
        aws_secret_access_key=ACCESS["secret_key"],
    )
