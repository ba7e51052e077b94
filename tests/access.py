"""Who may open which page: every route, an address of it, and what everybody meets there."""

from typing import Any

SIGN_IN = "sign in"
WHO = ("visitor", "member", "chair", "adviser", "analyst", "lead", "other")

ROUTES: dict[str, tuple[str, tuple[Any, ...]]] = {
    # The route; an address of it; what a visitor, a board member, the chair, a young adviser, an analyst, the agency's
    # data lead and another agency's data lead meet there.
    "": ("/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "help/accessibility/": ("/help/accessibility/", (200, 200, 200, 200, 200, 200, 200)),
    "accounts/login/": ("/accounts/login/", (200, "/", "/", "/", "/", "/", "/")),
    "accounts/logout/": ("/accounts/logout/", ("/accounts/login/", 200, 200, 200, 200, 200, 200)),
    "accounts/password/change/": ("/accounts/password/change/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "account/": ("/account/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "join/<str:token>/": ("/join/no-such-link/", (410, 410, 410, 410, 410, 410, 410)),
    "work-out/": ("/work-out/", (SIGN_IN, 403, 403, 403, "/", 403, 403)),
    "scorecard/": ("/scorecard/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "scorecard/figures.<str:kind>": (
        "/scorecard/figures.csv?tier=board",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "scorecard/about.csv": ("/scorecard/about.csv", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "reductions/": ("/reductions/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "journey/": ("/journey/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "places/": ("/places/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "places/<str:kind>/<path:name>/": ("/places/cluster/Nowhere/", (SIGN_IN, 404, 404, 404, 404, 404, 404)),
    "indicators/<str:code>/": ("/indicators/CLA1/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/chart.svg": ("/indicators/CLA1/chart.svg", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/clusters/": ("/indicators/CLA3/clusters/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/clusters.svg": ("/indicators/CLA3/clusters.svg", (SIGN_IN, 404, 404, 404, 404, 404, 404)),
    "indicators/<str:code>/figures.<str:kind>": (
        "/indicators/CLA1/figures.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "indicators/<str:code>/rounded/": ("/indicators/CLA1/rounded/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "indicators/<str:code>/rounded.<str:kind>": (
        "/indicators/CLA1/rounded.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "indicators/<str:code>/rounded-about.csv": (
        "/indicators/CLA1/rounded-about.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "indicators/<str:code>/records/": (
        "/indicators/CLA1/records/?period=2018-03-31",
        (SIGN_IN, 403, 403, 403, 200, 403, 403),
    ),
    "indicators/<str:code>/about.csv": ("/indicators/CLA1/about.csv", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/": ("/datasets/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/<str:name>/": ("/datasets/people/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/counts/": ("/datasets/counts/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "datasets/counts/template.<str:kind>": (
        "/datasets/counts/template.xlsx?quarter=none",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "datasets/counts/example.<str:kind>": (
        "/datasets/counts/example.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "datasets/<str:name>/template.<str:kind>": (
        "/datasets/people/template.xlsx",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "datasets/<str:name>/example.<str:kind>": (
        "/datasets/people/example.csv",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "returns/": ("/returns/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "returns/calendar/": ("/returns/calendar/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "returns/calendar/expect/": ("/returns/calendar/expect/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "returns/calendar/reminders/": ("/returns/calendar/reminders/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "returns/calendar/<int:number>/end/": (
        "/returns/calendar/{expected}/end/",
        (SIGN_IN, 403, 403, 403, 200, 403, 403),
    ),
    "returns/calendar/<int:number>/<str:period>/": (
        "/returns/calendar/{expected}/FY2017-18/",
        (SIGN_IN, 200, 200, 403, 200, 200, 404),
    ),
    "returns/<int:number>/": ("/returns/{return}/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "returns/<int:number>/issues/": ("/returns/{return}/issues/", (SIGN_IN, 403, 403, 403, 200, 200, 404)),
    "returns/<int:number>/issues/<int:issue>/": (
        "/returns/{return}/issues/1/",
        (SIGN_IN, 403, 403, 403, 200, 200, 404),
    ),
    "returns/<int:number>/issues.<str:kind>": (
        "/returns/{return}/issues.csv",
        (SIGN_IN, 403, 403, 403, 200, 200, 404),
    ),
    "returns/upload/": ("/returns/upload/", (SIGN_IN, 403, 403, 403, 403, 200, 200)),
    "returns/uploads/<int:number>/": ("/returns/uploads/{upload}/", (SIGN_IN, 403, 403, 403, 403, 200, 404)),
    "returns/uploads/<int:number>/check/": (
        "/returns/uploads/{upload}/check/",
        (SIGN_IN, 403, 403, 403, 403, "/returns/uploads/{upload}/", "/returns/uploads/{upload}/"),
    ),
    "returns/uploads/<int:number>/discard/": (
        "/returns/uploads/{upload}/discard/",
        (SIGN_IN, 403, 403, 403, 403, "/returns/uploads/{upload}/", "/returns/uploads/{upload}/"),
    ),
    "returns/<int:number>/send/": (
        "/returns/{return}/send/",
        (SIGN_IN, 403, 403, 403, 403, "/returns/{return}/", "/returns/{return}/"),
    ),
    "returns/<int:number>/discard/": ("/returns/{return}/discard/", (SIGN_IN, 403, 403, 403, 403, 200, 404)),
    "returns/<int:number>/validate/": ("/returns/{return}/validate/", (SIGN_IN, 403, 403, 403, 200, 200, 404)),
    "returns/<int:number>/accept/": ("/returns/{return}/accept/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "returns/calendar/<int:number>/<str:period>/link/": (
        "/returns/calendar/{expected}/FY2017-18/link/",
        (SIGN_IN, 403, 403, 403, "/returns/calendar/{expected}/FY2017-18/", 403, 403),
    ),
    "returns/calendar/<int:number>/<str:period>/link/stop/": (
        "/returns/calendar/{expected}/FY2017-18/link/stop/",
        (SIGN_IN, 403, 403, 403, "/returns/calendar/{expected}/FY2017-18/", 403, 403),
    ),
    "send/<str:token>/": ("/send/no-such-link/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/upload/": ("/send/no-such-link/upload/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/issues/": ("/send/no-such-link/issues/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/check/": ("/send/no-such-link/check/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/start-again/": ("/send/no-such-link/start-again/", (410, 410, 410, 410, 410, 410, 410)),
    "send/<str:token>/send/": ("/send/no-such-link/send/", (410, 410, 410, 410, 410, 410, 410)),
    "api/": ("/api/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "api/tokens/": ("/api/tokens/", (SIGN_IN, 403, 403, 403, "/api/", 403, 403)),
    "api/tokens/<int:number>/revoke/": ("/api/tokens/{token}/revoke/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "api/v1/figures": ("/api/v1/figures?indicator=CLA1", (401, 200, 200, 200, 200, 200, 200)),
    "api/v1/indicators": ("/api/v1/indicators", (401, 200, 200, 200, 200, 200, 200)),
    "api/v1/editions": ("/api/v1/editions", (401, 200, 200, 200, 200, 200, 200)),
    "api/v1/openapi.json": ("/api/v1/openapi.json", (200, 200, 200, 200, 200, 200, 200)),
    "breaks/": ("/breaks/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "breaks/declare/": ("/breaks/declare/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "breaks/<int:number>/withdraw/": ("/breaks/{break}/withdraw/", (SIGN_IN, 403, 403, 403, 200, 403, 403)),
    "framework/": ("/framework/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "framework/nation/": ("/framework/nation/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "framework/nation/<str:code>/<str:period>/": (
        "/framework/nation/CP1/2014-03-31/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "framework/<str:code>/": ("/framework/CLA3/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "framework/<str:code>/owner/": ("/framework/CLA3/owner/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "framework/<str:code>/target/": ("/framework/CLA3/target/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "framework/<str:code>/comparators/": ("/framework/CLA3/comparators/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "framework/<str:what>/<int:number>/withdraw/": (
        "/framework/comparators/{note}/withdraw/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "findings/": ("/findings/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "findings/register.<str:kind>": ("/findings/register.csv", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "findings/write/": ("/findings/write/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "findings/<int:number>/": ("/findings/{finding}/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "findings/<int:number>/rewrite/": ("/findings/{finding}/rewrite/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "findings/<int:number>/<slug:verb>/": (
        "/findings/{finding}/taken-back-to-claimed/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "audits/": ("/audits/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "audits/add/": ("/audits/add/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "audits/<int:number>/": ("/audits/{audit}/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "audits/<int:number>/considered/": ("/audits/{audit}/considered/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "audits/<int:number>/withdraw/": ("/audits/{audit}/withdraw/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "waiting/": ("/waiting/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "waiting/<slug:code>/": ("/waiting/acc/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "checks/": ("/checks/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "checks/<slug:code>/": ("/checks/stories-to-sign-off/", (SIGN_IN, 404, 200, 403, 200, 404, 404)),
    "checks/<slug:code>/list.<str:kind>": (
        "/checks/returns-overdue/list.csv",
        (SIGN_IN, 200, 200, 403, 200, 200, 200),
    ),
    "stories/": ("/stories/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "stories/missing/": ("/stories/missing/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "stories/<str:code>/<str:period>/": ("/stories/CLA3/FY2017-18/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "stories/<str:code>/<str:period>/write/": (
        "/stories/CLA3/FY2017-18/write/",
        (SIGN_IN, 403, 403, 403, 200, 200, 404),
    ),
    "stories/<str:code>/<str:period>/sign-off/": (
        "/stories/CLA3/FY2017-18/sign-off/",
        (SIGN_IN, 403, 200, 403, 403, 403, 403),
    ),
    "stories/<str:code>/<str:period>/send-back/": (
        "/stories/CLA3/FY2017-18/send-back/",
        (SIGN_IN, 403, 200, 403, 403, 403, 403),
    ),
    "stories/<str:code>/<str:period>/publish/": (
        "/stories/CLA3/FY2017-18/publish/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "stories/<str:code>/<str:period>/take-down/": (
        "/stories/CLA3/FY2017-18/take-down/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/": ("/challenges/", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "challenges/register.<str:kind>": ("/challenges/register.csv", (SIGN_IN, 200, 200, 403, 200, 200, 200)),
    "challenges/put/": ("/challenges/put/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "challenges/boards/": ("/challenges/boards/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "challenges/<int:number>/": ("/challenges/{challenge}/", (SIGN_IN, 200, 200, 403, 200, 200, 404)),
    "challenges/<int:number>/rewrite/": (
        "/challenges/{challenge}/rewrite/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/<int:number>/issue/": ("/challenges/{challenge}/issue/", (SIGN_IN, 403, 200, 403, 200, 403, 403)),
    "challenges/<int:number>/withdraw/": (
        "/challenges/{challenge}/withdraw/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/answers/<int:number>/effect/": (
        "/challenges/answers/{answer}/effect/",
        (SIGN_IN, 403, 200, 403, 403, 403, 403),
    ),
    "challenges/answers/<int:number>/link/": (
        "/challenges/answers/{answer}/link/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/answers/<int:number>/letter/": (
        "/challenges/answers/{answer}/letter/",
        (SIGN_IN, 403, 200, 403, 200, 403, 403),
    ),
    "challenges/answers/<int:number>/<slug:verb>/": (
        "/challenges/answers/{answer}/accepted-in-part/",
        (SIGN_IN, 403, 200, 403, 200, 200, 404),
    ),
    "answer/<str:token>/": ("/answer/no-such-link/", (410, 410, 410, 410, 410, 410, 410)),
    "reports/": ("/reports/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "reports/<str:name>/<str:year>/": ("/reports/annual/2017-18/", (SIGN_IN, 200, 200, 200, 200, 200, 200)),
    "reports/<str:name>/<str:year>/report.<str:kind>": (
        "/reports/annual/2017-18/report.docx",
        (SIGN_IN, 200, 200, 200, 200, 200, 200),
    ),
    "reports/<str:name>/<str:year>/board-paper/": (
        "/reports/annual/2017-18/board-paper/",
        (SIGN_IN, 200, 200, 403, 200, 403, 403),
    ),
    "reports/<str:name>/<str:year>/board-paper/report.<str:kind>": (
        "/reports/annual/2017-18/board-paper/report.pdf",
        (SIGN_IN, 200, 200, 403, 200, 403, 403),
    ),
}
