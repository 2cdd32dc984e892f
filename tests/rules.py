"""What a form and what the database refuse."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError


def invalid_fields(row):
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return set(error.value.message_dict)


def refused(constraint):
    return pytest.raises(IntegrityError, match=constraint)
