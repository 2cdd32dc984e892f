from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theatre_site import moments
from theatre_site.attachments import AttachmentField
from theatre_site.images import (
    GalleryPhoto,
    PictureField,
    check_described,
    children_tick,
    consent_tick,
    decorative_tick,
    description,
    may_be_seen,
)
from theatre_site.in_step import InStep
from theatre_site.languages import Translated, columns, said, translated
from theatre_site.models import Addressed
from theatre_site.publishing import Publishable, PublishableQuerySet
from theatre_site.richtext import RichTextField, with_sponsored_links
from theatre_site.search import SearchField
from theatre_site.shareable import Shareable
from theatre_site.slugs import AddressField
from theatre_site.videos import Video

SLUG_IS_NO_YEAR = RegexValidator(
    r"^(\d+|rubric|feed)$", _("Another page of the news has this address."), inverse_match=True
)


class Rubric(Addressed, Translated):
    said_in_some_language = ["name"]

    name = translated(models.CharField(_("name"), max_length=80))
    slug = AddressField(_("address"), made_from="name")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")
        ordering = ["order", "pk"]
        constraints = [said("name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news:rubric", args=[self.slug])


class PostQuerySet(PublishableQuerySet):
    def latest_first(self):
        """Pinned posts first as long as they are pinned, then the newest."""
        pinned = Case(When(pinned_until__gt=moments.now(), then=Value(1)), default=Value(0))
        return self.order_by(pinned.desc(), "-publish_at", "-pk")

    def pinned(self):
        return self.filter(pinned_until__gt=moments.now())

    def newest(self, number):
        """The first so many in the order of `latest_first`: found by indexes, where that would sort them all."""
        in_order = self.order_by("-publish_at", "-pk").values("pk")
        first = in_order[:number].union(in_order.pinned()[:number], all=True)
        return self.model._default_manager.filter(pk__in=first).for_list()[:number]

    def for_list(self):
        """What a list shows: no long text."""
        return self.select_related("rubric", "partner").defer(*columns("body")).latest_first()

    def for_page(self):
        """One post with the numbers of its festival editions, which every page has loaded anyway, and knowing what it
        has, so that what most posts have not is not asked for."""

        def has(rows):
            return Exists(rows.filter(post=OuterRef("pk")))

        editions = Post.editions.through.objects.filter(Post.published_condition("edition__"), post=OuterRef("pk"))
        return self.select_related("rubric", "partner").annotate(
            edition_ids=ArraySubquery(editions.values("edition_id")),
            has_productions=has(Post.productions.through.objects),
            has_performances=has(Post.performances.through.objects),
            has_photos=has(PostPhoto.objects),
            has_videos=has(PostVideo.objects),
            has_attachments=has(Attachment.objects),
        )

    def in_month(self, year, month=None):
        posts = self.filter(publish_at__year=year)
        return posts.filter(publish_at__month=month) if month else posts


class Post(Addressed, Publishable, Shareable, InStep, Translated):
    # After that a post says that it comes from the archive: days, hours and prices in it have changed.
    OLD_AFTER = timedelta(days=2 * 365)

    said_in_some_language = ["title"]

    title = translated(models.CharField(_("title"), max_length=200))
    slug = AddressField(_("address"), max_length=100, validators=[SLUG_IS_NO_YEAR])
    rubric = models.ForeignKey(Rubric, verbose_name=_("rubric"), on_delete=models.PROTECT, related_name="posts")
    lead = translated(
        models.TextField(_("lead"), max_length=500, help_text=_("Two lines that say the main thing; lists show them."))
    )
    body = translated(RichTextField(_("text")))
    pinned_until = models.DateTimeField(
        _("pinned until"), null=True, blank=True, help_text=_("Until then this post stays the first one.")
    )

    image = PictureField(_("main picture"), upload_to="news/%Y/", blank=True, auto_add_fields=True, uses=["article"])
    image_alt = description(_("description of the picture"))
    image_is_decorative = decorative_tick()
    image_shows_children = children_tick()
    image_has_consent = consent_tick()
    image_caption = translated(models.CharField(_("caption of the picture"), max_length=300))

    partner = models.ForeignKey(
        "theatre_site.Partner",
        verbose_name=_("material of the partner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="posts",
        help_text=_("Visitors read that a partner wrote this, and search engines that its links are paid for."),
    )
    source = models.CharField(_("newspaper or site"), max_length=150, blank=True, help_text=_("For press about us."))
    source_url = models.URLField(_("address of the original"), blank=True)
    source_date = models.DateField(_("date of the original"), null=True, blank=True)

    productions = models.ManyToManyField(
        "repertoire.Production", verbose_name=_("about the productions"), blank=True, related_name="posts"
    )
    performances = models.ManyToManyField(
        "repertoire.Performance", verbose_name=_("about the dates"), blank=True, related_name="posts"
    )
    editions = models.ManyToManyField(
        "festivals.Edition", verbose_name=_("about the festivals"), blank=True, related_name="posts"
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    search = SearchField(title=columns("title"), lead=columns("lead"), body=[*columns("body"), "source"])

    objects = PostQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-publish_at", "-pk"]
        constraints = [*Publishable.Meta.constraints, said("title")]
        indexes = [
            models.Index(fields=["-publish_at"]),
            models.Index(fields=["-publish_at", "-id"], condition=Q(status="published"), name="post_published"),
            models.Index(
                fields=["rubric", "-publish_at", "-id"], condition=Q(status="published"), name="post_of_rubric"
            ),
            models.Index(fields=["unpublish_at"], condition=Q(unpublish_at__isnull=False), name="post_ends"),
            models.Index(fields=["pinned_until"], condition=Q(pinned_until__isnull=False), name="post_pinned"),
            GinIndex(fields=["search"], name="post_search"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("news:post", args=[self.slug])

    def clean(self):
        super().clean()
        if self.image:
            check_described(self, "image_alt", self.image_is_decorative)
        if self.source_url and not self.source:
            raise ValidationError({"source": _("Say which newspaper or site this address belongs to.")})

    @classmethod
    def moments(cls):
        return [*super().moments(), *moments.soonest(cls.objects, "pinned_until")]

    @property
    def is_pinned(self):
        return self.pinned_until is not None and self.pinned_until > timezone.now()

    @property
    def is_old(self):
        return self.publish_at < timezone.now() - self.OLD_AFTER

    @property
    def is_press(self):
        """Somebody else has written about us."""
        return bool(self.source) and self.partner_id is None

    @property
    def source_host(self):
        """Where its original stands: "gazeta.example"."""
        return (urlsplit(self.source_url).hostname or "").removeprefix("www.")

    @property
    def public_image(self):
        """The main picture, if there is one and visitors may see it."""
        allowed = may_be_seen(shows_children=self.image_shows_children, has_consent=self.image_has_consent)
        return self.image if self.image and allowed else None

    @property
    def image_alt_text(self):
        return "" if self.image_is_decorative else self.image_alt

    @property
    def body_html(self):
        """The text as visitors get it: a partner's links are marked as paid for."""
        return with_sponsored_links(self.body) if self.partner_id else self.body


class ImportedText(models.Model):
    """One language of a post as an earlier site had it, and what an import has taken of it: see news/importing."""

    source = models.CharField(max_length=200, unique=True)
    post = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="imported_texts")
    taken = models.JSONField(default=dict)
    pictures = models.JSONField(default=dict)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.source


class MonthOfPosts(models.Model):
    """How many posts of a rubric began in a month: written by the database (counting.py), read by archive.py."""

    rubric = models.ForeignKey(Rubric, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    month = models.DateField()
    posts = models.IntegerField()

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["rubric", "month"], name="one_count_a_rubric_and_month")]

    def __str__(self):
        return f"{self.month:%Y-%m}: {self.posts}"


class PostPhoto(GalleryPhoto):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="photos")


class PostVideo(Video):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="videos")


class Attachment(Translated):
    said_in_some_language = ["title"]

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="attachments")
    title = translated(models.CharField(_("title"), max_length=200))
    file = AttachmentField(_("file"), upload_to="files/%Y/")
    size = models.PositiveIntegerField(_("size in bytes"), editable=False, default=0)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["order", "pk"]
        constraints = [said("title")]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.size = self.file.size
        super().save(*args, **kwargs)

    @property
    def kind(self):
        """PDF, DOCX …"""
        return Path(self.file.name).suffix.lstrip(".").upper()
