import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
        ("jobs", "0001_initial"),
        ("returns", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("uploaded_at", models.DateTimeField()),
                ("uploaded_by", models.CharField(max_length=100)),
                ("covers_code", models.CharField(blank=True, max_length=60)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "uploaded"),
                            ("usable", "usable"),
                            ("unusable", "unusable"),
                            ("discarded", "discarded"),
                        ],
                        default="uploaded",
                        max_length=20,
                    ),
                ),
                ("vault", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="return",
            name="return_accepted_by_somebody",
        ),
        migrations.AlterField(
            model_name="return",
            name="state",
            field=models.CharField(
                choices=[
                    ("checked", "checked"),
                    ("received", "received"),
                    ("discarded", "discarded"),
                    ("accepted", "accepted"),
                ],
                default="checked",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="return",
            name="vault",
            field=models.CharField(blank=True, max_length=64),
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
                    models.Q(
                        models.Q(("state", "accepted"), _negated=True),
                        ("accepted_at__isnull", True),
                        ("accepted_by", ""),
                    ),
                    _connector="OR",
                ),
                name="return_accepted_by_somebody",
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="uploads", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="became",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="returns.return",
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="job",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="jobs.job"
            ),
        ),
    ]
