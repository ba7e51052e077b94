from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="invitation",
            name="role",
            field=models.CharField(
                choices=[
                    ("board member", "board member"),
                    ("chair", "chair"),
                    ("young adviser", "young adviser"),
                    ("analyst", "analyst"),
                    ("agency data lead", "agency data lead"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="role",
            field=models.CharField(
                choices=[
                    ("board member", "board member"),
                    ("chair", "chair"),
                    ("young adviser", "young adviser"),
                    ("analyst", "analyst"),
                    ("agency data lead", "agency data lead"),
                ],
                max_length=40,
            ),
        ),
    ]
