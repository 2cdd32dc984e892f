import logging


class OneLine(logging.Filter):
    """For what strangers try: that it was refused is worth a line, and no traceback that would fill the disk."""

    def filter(self, record):
        record.exc_info = record.exc_text = None
        return True
