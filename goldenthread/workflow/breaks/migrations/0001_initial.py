import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Break",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("dataset", models.CharField(max_length=60)),
                ("on", models.DateField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("timing", "dates may be late or lost"),
                            ("coverage", "some of what happened may not be recorded"),
                            ("count reconciled", "the count was checked by hand"),
                        ],
                        max_length=20,
                    ),
                ),
                ("measures", models.JSONField(default=list)),
                ("reason", models.CharField(max_length=500)),
                ("checked_by", models.CharField(blank=True, max_length=200)),
                ("checked_on", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("declared", "declared"), ("withdrawn", "withdrawn")],
                        default="declared",
                        max_length=20,
                    ),
                ),
                ("declared_at", models.DateTimeField()),
                ("declared_by", models.CharField(max_length=100)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=100)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaks",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", "count reconciled"), _negated=True),
                            models.Q(("checked_on__isnull", False), models.Q(("checked_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="break_reconciled_by_somebody",
                    )
                ],
            },
        ),
    ]
