from django.middleware.gzip import GZipMiddleware

COMPRESSIBLE = ("text/", "application/json", "application/ld+json", "application/xml", "image/svg+xml")


class CompressTextMiddleware(GZipMiddleware):
    """Pages are sent compressed; pictures and PDFs are so already and only would cost time.

    Django's own class sees to BREACH: it adds some random bytes to every answer.
    """

    def process_response(self, request, response):
        if not response.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        return super().process_response(request, response)
