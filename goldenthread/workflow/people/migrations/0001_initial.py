import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("board member", "board member"),
                            ("analyst", "analyst"),
                            ("agency data lead", "agency data lead"),
                        ],
                        max_length=40,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role__in", ["agency data lead"]), ("agency__isnull", False)),
                            models.Q(
                                models.Q(("role__in", ["agency data lead"]), _negated=True),
                                models.Q(("agency__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="person_agency_fits_role",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("email", models.EmailField(max_length=254)),
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("board member", "board member"),
                            ("analyst", "analyst"),
                            ("agency data lead", "agency data lead"),
                        ],
                        max_length=40,
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                ("invited_by", models.CharField(max_length=100)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role__in", ["agency data lead"]), ("agency__isnull", False)),
                            models.Q(
                                models.Q(("role__in", ["agency data lead"]), _negated=True),
                                models.Q(("agency__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_agency_fits_role",
                    )
                ],
            },
        ),
    ]
