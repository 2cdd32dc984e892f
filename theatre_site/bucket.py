"""Uploads in S3-compatible storage, which any number of machines share. Set MEDIA_S3_BUCKET to use it.

The bucket stays private: visitors get uploads from this site's own addresses, so texts that name a picture, the
content security policy and the rules for what may run are the same wherever the files lie.
"""

from contextlib import contextmanager
from errno import EIO, ENOENT

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from theatre_site.recycle_bin import WithBin

MEDIA, BIN = "media", "bin"
IN_MEMORY = 2 * 1024 * 1024  # bytes of a file that is read; a larger one goes through a temporary file


@contextmanager
def as_of_a_disk():
    """The site knows what to do where a disk fails or a file is lost."""
    try:
        yield
    except ClientError as reason:
        is_lost = reason.response["ResponseMetadata"]["HTTPStatusCode"] == 404
        raise OSError(ENOENT if is_lost else EIO, str(reason)) from reason
    except BotoCoreError as reason:
        raise OSError(EIO, str(reason)) from reason


class BucketWithBin(WithBin, S3Storage):
    """What is deleted goes from media/ to bin/ of the same bucket."""

    _open = as_of_a_disk()(S3Storage._open)
    _save = as_of_a_disk()(S3Storage._save)
    exists = as_of_a_disk()(S3Storage.exists)
    size = as_of_a_disk()(S3Storage.size)
    get_modified_time = as_of_a_disk()(S3Storage.get_modified_time)
    delete_for_good = as_of_a_disk()(S3Storage.delete)

    def get_default_settings(self):
        return {
            **super().get_default_settings(),
            "location": MEDIA,
            "file_overwrite": False,
            "max_memory_size": IN_MEMORY,
            "client_config": client_config(by_path=bool(settings.MEDIA_S3["endpoint_url"])),
            **settings.MEDIA_S3,
        }

    def url(self, name, **how):
        return settings.MEDIA_URL + filepath_to_uri(name).lstrip("/")

    @as_of_a_disk()
    def move_to_bin(self, name):
        if self.exists(name):
            self.copy(f"{MEDIA}/{name}", f"{BIN}/{name}")
            self.delete_for_good(name)

    @as_of_a_disk()
    def put_back(self, name):
        self.copy(f"{BIN}/{name}", f"{MEDIA}/{name}")

    def copy(self, old, new):
        self.bucket.Object(new).copy_from(CopySource={"Bucket": self.bucket_name, "Key": old})

    def is_kept(self, name):
        return any(each.key == f"{BIN}/{name}" for each in self.in_bin(name))

    def throw_out_older_than(self, moment):
        old = [each for each in self.in_bin() if each.last_modified.timestamp() < moment]
        for each in old:
            each.delete()
        return len(old)

    @as_of_a_disk()
    def in_bin(self, beginning=""):
        return list(self.bucket.objects.filter(Prefix=f"{BIN}/{beginning}"))


def client_config(*, by_path):
    """Patience shorter than a worker's life, and nothing that only Amazon's own service understands."""
    return Config(
        s3={"addressing_style": "path" if by_path else "auto"},
        connect_timeout=3,
        read_timeout=10,
        retries={"total_max_attempts": 2},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
