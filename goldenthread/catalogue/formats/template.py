"""Our own template: any dataset, with the names of its columns as headers."""

from goldenthread.catalogue.listing import datasets
from goldenthread.engine.definitions import Dataset, Format, Table


def _template(dataset: Dataset) -> Table:
    return Table(
        name=dataset.name,
        title=dataset.title,
        headers={column.name: column.name for column in dataset.columns},
        recognised_by=tuple(column.name for column in dataset.columns if column.must_be_there),
        dataset=dataset.name,
    )


FORMAT = Format(
    name="template",
    title="Golden Thread template",
    day_first=True,
    source="Our own.",
    tables=tuple(_template(dataset) for dataset in datasets().values()),
)
