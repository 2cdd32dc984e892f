"""The tree of a text as a list of words and elements, and back."""

INLINE = {"a", "br", "em", "img", "span", "strong", "sub", "sup"}


def nodes(element):
    if element.text:
        yield element.text
    for child in list(element):
        tail, child.tail = child.tail, None
        yield child
        if tail:
            yield tail


def filled(element, content):
    content = list(content)
    attributes = dict(element.attrib)
    element.clear()
    element.attrib.update(attributes)
    for node in content:
        if not isinstance(node, str):
            element.append(node)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + node
        else:
            element.text = (element.text or "") + node
    return element


def is_inline(node):
    return isinstance(node, str) or (node.tag in INLINE and all(child.tag in INLINE for child in node.iter()))


def is_break(node):
    return not isinstance(node, str) and node.tag == "br"


def is_blank(node):
    return isinstance(node, str) and not node.strip()


def is_empty(element):
    return not element.text_content().strip() and element.find(".//img") is None and element.tag != "img"
