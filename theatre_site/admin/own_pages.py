"""Pages of our own, beside those that Django's admin has for each model."""

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.template.response import TemplateResponse
from django.urls import path, reverse


class HasOwnPages(admin.ModelAdmin):
    def own_page(self, route, view, word):
        """For `get_urls()`: opens to the staff; the view itself asks for more."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_{word}"
        return path(route, self.admin_site.admin_view(view), name=name)

    def url_of(self, word, *args):
        """The address of one of its pages, of ours or of Django's: url_of("change", 5)."""
        return reverse(admin_urlname(self.opts, word), args=args)

    def show_page(self, request, template, *, status=200, **context):
        request.current_app = self.admin_site.name
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, template, context, status=status)
