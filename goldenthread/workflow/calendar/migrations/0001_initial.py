import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Expected",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("things", models.JSONField()),
                (
                    "every",
                    models.CharField(
                        choices=[
                            ("month", "every month"),
                            ("quarter", "every quarter"),
                            ("half-year", "every half year"),
                            ("year", "every financial year"),
                            ("school-year", "every school year"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due_days", models.PositiveSmallIntegerField()),
                ("first_code", models.CharField(max_length=20)),
                ("last_code", models.CharField(blank=True, max_length=20)),
                ("declared_at", models.DateTimeField()),
                ("declared_by", models.CharField(max_length=100)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by", models.CharField(blank=True, max_length=100)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="expected", to="agencies.agency"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period_code", models.CharField(max_length=20)),
                ("sent_on", models.DateField()),
                ("marked_at", models.DateTimeField()),
                ("marked_by", models.CharField(max_length=100)),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="calendar.expected"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
