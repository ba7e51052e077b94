import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Return",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("format", models.CharField(max_length=40)),
                ("received_at", models.DateTimeField()),
                ("received_by", models.CharField(max_length=100)),
                ("covers_first", models.DateField()),
                ("covers_last", models.DateField()),
                ("covers_code", models.CharField(max_length=60)),
                ("covers_inferred", models.BooleanField()),
                (
                    "state",
                    models.CharField(
                        choices=[("received", "received"), ("accepted", "accepted")], default="received", max_length=20
                    ),
                ),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("accepted_by", models.CharField(blank=True, max_length=100)),
                ("content_hash", models.CharField(max_length=64)),
                ("vault", models.CharField(max_length=64)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="agencies.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("dataset", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="returns.return"
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supersedes",
                        to="returns.return",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="IssueCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.CharField(blank=True, max_length=255)),
                ("dataset", models.CharField(blank=True, max_length=60)),
                ("code", models.CharField(max_length=60)),
                (
                    "severity",
                    models.CharField(
                        choices=[("error", "error"), ("warning", "warning"), ("query", "query")], max_length=20
                    ),
                ),
                ("column", models.CharField(blank=True, max_length=255)),
                ("message", models.TextField()),
                ("count", models.PositiveIntegerField()),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issue_counts", to="returns.return"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ReturnedFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                ("format", models.CharField(blank=True, max_length=40)),
                ("table", models.CharField(blank=True, max_length=60)),
                ("dataset", models.CharField(blank=True, max_length=60)),
                ("read", models.PositiveIntegerField()),
                ("accepted", models.PositiveIntegerField()),
                ("held_back", models.PositiveIntegerField()),
                ("note", models.TextField(blank=True)),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="returns.return"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("accepted_at__isnull", False),
                        ("state", "accepted"),
                        models.Q(("accepted_by", ""), _negated=True),
                    ),
                    models.Q(("accepted_at__isnull", True), ("accepted_by", ""), ("state", "received")),
                    _connector="OR",
                ),
                name="return_accepted_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="part",
            constraint=models.UniqueConstraint(fields=("of", "dataset"), name="one_part_for_each_dataset"),
        ),
    ]
