"""Whoever owned an action, and each time it was reported done, as far as what was kept until now tells."""

from django.db import migrations


def keep(apps, schema_editor):
    action, ownership = apps.get_model("actions", "Action"), apps.get_model("actions", "Ownership")
    agencies = list(apps.get_model("agencies", "Agency").objects.all())
    for each in action.objects.order_by("pk"):
        for text in each.steps.filter(verb__in=("reassigned", "left without an owner")).values_list("text", flat=True):
            before = text.removeprefix("It was owned by ").removeprefix("From ")
            for agency in agencies:
                post, named, _ = before.partition(f", {agency.name}")
                if named and ". " not in post and " to " not in post:
                    ownership.objects.create(of=each, post=post[:200], agency=agency, since=each.planned_on)
        if each.agency_id:
            ownership.objects.create(
                of=each, post=each.post, agency_id=each.agency_id, holder_id=each.holder_id, since=each.planned_on
            )
        if each.done_on:
            _keep_completion(apps.get_model("actions", "Completion"), each)


def _keep_completion(completion, each):
    told = each.steps.filter(verb="done").order_by("pk").last()
    if told:
        completion.objects.create(
            of=each,
            on=each.done_on,
            evidence=each.evidence,
            evidence_period=each.evidence_period,
            impact_due=each.impact_due or each.done_on,
            reported_at=told.recorded_at,
            reported_by=each.done_by,
        )


class Migration(migrations.Migration):
    dependencies = [("actions", "0002_kept_owners_and_completions")]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
