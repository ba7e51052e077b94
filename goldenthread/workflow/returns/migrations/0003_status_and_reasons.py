import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import TruncDate


def came_when_received(apps, schema_editor):
    """Returns received so far came on the day on which they were entered: nobody could say otherwise."""
    apps.get_model("returns", "Return").objects.update(came_on=TruncDate("received_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("returns", "0002_uploads_and_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="return",
            name="came_on",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(came_when_received, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="return",
            name="came_on",
            field=models.DateField(),
        ),
        migrations.AddField(
            model_name="return",
            name="status",
            field=models.CharField(
                choices=[("provisional", "provisional"), ("validated", "validated"), ("revised", "revised")],
                default="provisional",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="return",
            name="validated_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="return",
            name="validated_by",
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name="return",
            name="corrects",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrected_by",
                to="returns.return",
            ),
        ),
        migrations.AddField(
            model_name="return",
            name="reason",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="upload",
            name="corrects",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="returns.return",
            ),
        ),
        migrations.AddConstraint(
            model_name="return",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "validated"), _negated=True),
                    models.Q(("validated_at__isnull", False), models.Q(("validated_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="return_validated_by_somebody",
            ),
        ),
    ]
