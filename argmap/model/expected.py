"""What a value was expected to be, in the words of a file that a person wrote."""

from __future__ import annotations

from pydantic_core import ErrorDetails


def tell_expected(error: ErrorDetails) -> str:
    """Return what pydantic expected, for messages about a file of keys and values."""
    cause = error.get("ctx", {}).get("error")
    if cause is not None:
        return str(cause)
    match error["type"]:
        case "int_type" | "int_from_float":
            return "expected a whole number"
        case "string_type":
            return "expected a text"
        case "string_too_short":
            return "expected a text that is not empty"
        case "bool_type":
            return "expected true or false"
        case "tuple_type":
            return "expected a list"
        case "dict_type" | "mapping_type" | "model_type" | "model_attributes_type":
            return "expected a table"
        case "too_short":
            return f"expected {error['ctx']['min_length']} or more"
        case "too_long":
            return f"expected {error['ctx']['max_length']} or fewer"
        case "greater_than_equal":
            return f"expected {error['ctx']['ge']} or more"
    return error["msg"].replace("Input should be", "expected", 1)
