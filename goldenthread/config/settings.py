"""Settings of the site and the command line. Everything a board may want to change is an environment variable.

GOLDENTHREAD_HOME          where evidence and the database are kept (./var)
GOLDENTHREAD_KEY_FILE      the key that the vault and the pseudonyms hang on; keep it apart from the home (<home>.key)
DATABASE_URL               postgres://… to use PostgreSQL instead of the SQLite file in the home
GOLDENTHREAD_EMAIL_URL     how digests are sent, for example smtp+tls://user:password@mail.example.org:587; without it
                           they are only printed (consolemail://)
GOLDENTHREAD_EMAIL_FROM    whom they come from (golden-thread@ and the host of the address people use)
GOLDENTHREAD_ORIGIN        the address people use, for example https://board.example.org (http://127.0.0.1:8000)
GOLDENTHREAD_IDLE_MINUTES  after how long without a page somebody is signed out (30)
GOLDENTHREAD_LINK_DAYS     for how many days one can send a return by a one-time link (30)
GOLDENTHREAD_MISSING_DAYS  how many days after it was due a return that has not come is missing, not just late (90)
GOLDENTHREAD_NEIGHBOURS    how statistical neighbours are made into one number: mean, median or pooled (median)
GOLDENTHREAD_STALE_SECONDS after how long without a sign of life a job is taken from its worker (60)
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from goldenthread.engine.comparing.comparators import Average
from goldenthread.engine.store.keys import Keys

env = environ.Env()

PACKAGE = Path(__file__).resolve().parent.parent
WEB = PACKAGE / "web"

GOLDENTHREAD_HOME = Path(env.str("GOLDENTHREAD_HOME", "var")).resolve()
GOLDENTHREAD_KEY_FILE = Path(env.str("GOLDENTHREAD_KEY_FILE", f"{GOLDENTHREAD_HOME}.key")).resolve()
ORIGIN = env.str("GOLDENTHREAD_ORIGIN", "http://127.0.0.1:8000")
HTTPS = ORIGIN.startswith("https://")

# Before `init` there is no key: the command line then works with one that signs nothing anyone will see again.
SECRET_KEY = Keys.load(GOLDENTHREAD_KEY_FILE).signing if GOLDENTHREAD_KEY_FILE.exists() else "no board yet"

DEBUG = False
ALLOWED_HOSTS = sorted({urlsplit(ORIGIN).hostname or "localhost", "127.0.0.1", "localhost"})
CSRF_TRUSTED_ORIGINS = [ORIGIN]

INSTALLED_APPS = [
    "goldenthread.web",
    "goldenthread.workflow.diary",
    "goldenthread.workflow.searching",
    "goldenthread.workflow.reports",
    "goldenthread.workflow.plans",
    "goldenthread.workflow.threads",
    "goldenthread.workflow.challenges",
    "goldenthread.workflow.actions",
    "goldenthread.workflow.findings",
    "goldenthread.workflow.audits",
    "goldenthread.workflow.stories",
    "goldenthread.workflow.tokens",
    "goldenthread.workflow.results",
    "goldenthread.workflow.framework",
    "goldenthread.workflow.calendar",
    "goldenthread.workflow.breaks",
    "goldenthread.workflow.disclosure",
    "goldenthread.workflow.returns",
    "goldenthread.workflow.jobs",
    "goldenthread.workflow.people",
    "goldenthread.workflow.agencies",
    "goldenthread.workflow.history",
    "allauth",
    "allauth.account",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "goldenthread.web.base.access.DenyUndeclared",
    "goldenthread.web.base.sessions.EndOldSessions",
    "goldenthread.web.base.refusals.TellRefusals",
]

ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(WEB.glob("*/templates")),
        "OPTIONS": {
            "environment": "goldenthread.web.base.templating.environment",
            "context_processors": ["goldenthread.web.base.layout.layout"],
        },
    },
    {
        # allauth's own templates are Django's; only those that ours do not replace are ever used.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "goldenthread.web.base.forms.PlainRenderer"

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
DATABASES = {"default": env.db_url("DATABASE_URL", f"sqlite:///{GOLDENTHREAD_HOME / 'goldenthread.sqlite3'}")}
# A process keeps its connections for a minute: to open one for each page costs as much as a small page does.
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASE_FILE = None
if not DATABASES["default"]["ENGINE"].endswith(("sqlite3", "postgresql")):
    raise ImproperlyConfigured(
        "DATABASE_URL is that of a database we do not use. Begin it with postgres:// or sqlite:///."
    )
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = _SQLITE
    DATABASE_FILE = Path(DATABASES["default"]["NAME"])  # none where the database is on a server
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a server may have gone away meanwhile
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Shared between processes, because sign-in attempts are counted in it.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    # Each process remembers some pages as they were laid out: see web/base/remembering.py.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 250},
    },
}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "goldenthread.web.people.adapter.InvitedOnly"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "goldenthread.web.people.forms.SignIn",
    "change_password": "goldenthread.web.people.forms.AnotherPassword",
}
# After five wrong passwords an address is locked for half an hour, whether it has an account or not.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/30m/key"}
# What is costly, or is much at once, may be asked for only so often in a minute: by one person, or by one program.
LIMITS_A_MINUTE = {"files": 30, "feed": 120}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"

SESSION_IDLE = timedelta(minutes=env.int("GOLDENTHREAD_IDLE_MINUTES", 30))
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_FAILURE_VIEW = "goldenthread.web.base.errors.stale_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# The one inline script is GOV.UK Frontend's own, which marks the page as able to run scripts; allowed by its hash.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "base" / "static"]
WHITENOISE_USE_FINDERS = True

# What is uploaded is about children: it stays in memory until it is sealed, and is never written to a temporary file.
FILE_UPLOAD_HANDLERS = ["goldenthread.web.base.uploads.InMemory"]
# A table that is pasted into a form, such as an action log of ten thousand rows, is as large as one that is uploaded.
DATA_UPLOAD_MAX_MEMORY_SIZE = 11 * 1024 * 1024

# E-mail holds numbers and links alone. Without a server it is printed, so that nothing is sent by mistake.
_MAIL = env.email_url("GOLDENTHREAD_EMAIL_URL", "consolemail://")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _MAIL["EMAIL_BACKEND"], _MAIL["EMAIL_HOST"], _MAIL["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL["EMAIL_HOST_USER"], _MAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_TLS", False), _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env.str("GOLDENTHREAD_EMAIL_FROM", f"golden-thread@{urlsplit(ORIGIN).hostname or 'localhost'}")

# A worker gives a sign of life several times within that time.
JOB_STALE_AFTER = timedelta(seconds=env.int("GOLDENTHREAD_STALE_SECONDS", 60))

# By then somebody has to ask whether it will ever come. It is missing sooner where the next one was due.
RETURN_MISSING_AFTER_DAYS = env.int("GOLDENTHREAD_MISSING_DAYS", 90)

# A school answers within a term's rush; a link that is older lies in a mailbox that others may open.
LINK_LASTS_DAYS = env.int("GOLDENTHREAD_LINK_DAYS", 30)

# The median is what the Department's dashboard takes, and one unlike neighbour does not move it. Its interactive tool
# takes the mean: `catalogue.published.nation.TAKEN_BY`.
_NEIGHBOURS = env.str("GOLDENTHREAD_NEIGHBOURS", "median").strip().upper()
if _NEIGHBOURS not in Average.__members__:
    raise ImproperlyConfigured("GOLDENTHREAD_NEIGHBOURS is no average that we make. Write mean, median or pooled.")
NEIGHBOURS_AVERAGE = Average[_NEIGHBOURS]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# Logs go to standard error and hold no personal data: addresses of pages and exception types, never form contents,
# never the token of an invitation.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_links": {"()": "goldenthread.web.base.logs.WithoutLinks"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["without_links"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
