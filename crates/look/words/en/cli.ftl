# Command line: help
cli-about = Nâng Hạng: follow, analyse and raise a province's PAPI
cli-usage = Usage:
cli-commands = Commands
cli-command-name = COMMAND
cli-options = Options
cli-common-options = Common options
cli-example = Example:
cli-help = Print help
cli-version = Print version
cli-about-help = Print the help of a command
cli-arg-format = Form of the answer: table, json or csv [default: table]
cli-arg-lang = Language: vi or en [NANGHANG_LANG, then the locale]
cli-arg-database = Database: sqlite:PATH or postgres://… [NANGHANG_DATABASE_URL; default in the data folder]
cli-arg-data_dir = Data folder: database, attachments, backups [NANGHANG_DATA_DIR; default ./nanghang-data]
cli-arg-today = The working day, only with sample data [NANGHANG_TODAY]
cli-arg-province = Province: code (95), unit (24-2025) or name, with or without marks [NANGHANG_PROVINCE; default 95]
cli-arg-year = Survey year [default: the latest edition]
cli-arg-dimension = total, a dimension 1…8 or a sub-dimension 1.1…8.3 [default: total]
cli-arg-units = The 63 or the 34 provinces [default: by year]
cli-arg-from = The earlier year [default: the edition before]
cli-arg-to = The later year [default: the latest edition]
cli-arg-rank = This rank or a better one
cli-arg-group = This group or a better one: high, high_average, low_average, low
cli-arg-each_dimension = Of each dimension, not of the total
cli-arg-score = This score or a higher one
cli-arg-improve = So many places gained over the edition before
cli-arg-points = Points gained, not places
cli-arg-conditions = A further condition, repeatable: rank=20, group=high, score=45, places=5, points=1, better-than=2020, lift; an item may stand before it (4: or each:), a base year after it (@2020)
cli-arg-path = A path by years: "2021 each:group=high_average; 2025 rank=20"

cli-about-ranking = Rank the provinces of a year
cli-example-ranking = nanghang ranking --year 2024 --dimension 4
cli-about-standing = A province's standing: total, each dimension, change from the edition before
cli-example-standing = nanghang standing --province bac-lieu --year 2024
cli-about-target = Judge a target: met, not met or cannot tell, and by how much
cli-example-target =
    nanghang target --province 95 --year 2024 --rank 20
    nanghang target --year 2024 --group high_average --each-dimension
    nanghang target --year 2024 --if each:group=high_average --if rank=20
    nanghang target --year 2024 --path "2021 each:group=high_average; 2025 rank=20"
cli-about-explain = Explain a change between two editions: own part, national part, who passed whom
cli-example-explain = nanghang explain --province 95 --from 2023 --to 2024
cli-about-completions = Write the completions of a shell
cli-arg-shell = Shell: bash, zsh, fish, elvish, powershell
cli-example-completions = nanghang completions bash > /etc/bash_completion.d/nanghang
cli-about-man = Write the man page
cli-example-man = nanghang man > nanghang.1

# Command line: wrong usage
cli-wrong-argument = There is no option “{ $argument }”.
cli-wrong-value = “{ $argument }” does not take “{ $value }”.
cli-wrong-no-value = “{ $argument }” wants a value.
cli-wrong-value-of = It takes one of: { $possible }.
cli-wrong-missing = Missing: { $argument }.
cli-wrong-twice = “{ $argument }” cannot be used like that at once.
cli-wrong-command = There is no command “{ $command }”.
cli-wrong-no-command = No command given.
cli-wrong-other = The command line does not read.
cli-wrong-nearest = Did you mean “{ $nearest }”?
cli-see-help = See: { $command } --help

# Tables
cli-total = Total score
cli-ranking-title = PAPI { $year } ranking: { $item }
cli-ranking-note = { $of } of { $all } provinces are ranked.
cli-col-rank = Rank
cli-col-code = Code
cli-col-province = Province
cli-col-score = Score
cli-col-group = Group
cli-col-note = Note
cli-col-item = Item
cli-col-of = Of
cli-col-score-change = Score ±
cli-col-rank-change = Rank ±
cli-unranked-parts = missing { $parts }
cli-unranked-all = not published
cli-partial = only some of its former provinces have a score
cli-standing-title = { $province } ({ $code }), PAPI { $year }
cli-standing-note = Change from { $since }; “≠” marks scores that cannot be compared because the measurement changed.
cli-standing-note-first = There is no edition before to compare with.
cli-published = Published on { $published }. Source: { $source }.
cli-published-undated = Source: { $source }.
cli-target-title = { $province } ({ $code }), PAPI { $year }: { $target }
cli-col-year = Year
cli-col-condition = Condition
cli-col-required = Required score
cli-col-actual = Actual score
cli-col-gap = Gap
cli-col-verdict = Verdict
cli-met = met
cli-not-met = not met
cli-cannot-tell = cannot tell
cli-target-met = Verdict: met.
cli-target-not-met = Verdict: not met.
cli-target-cannot-tell = Verdict: cannot tell.
cli-doubt-no_edition = no such edition
cli-doubt-unranked = unranked
cli-doubt-no_base = no base figure
cli-doubt-not_comparable = measured otherwise than in { $base }
cli-explain-title = { $province } ({ $code }), PAPI { $from } → { $to }: { $item }
cli-explain-from-to = Score { $score-from } → { $score-to } ({ $change }); rank { $rank-from } → { $rank-to } ({ $places } places).
cli-explain-unranked = Unranked in one of the two years, so there is no change to tell.
cli-explain-national = Nation: { $national }; against the nation: { $relative }.
cli-explain-not-comparable = The measurement changed in between: scores cannot be compared, ranks can.
cli-explain-counterfactual = Had the others stood still: rank { $still }. Had only the others moved: rank { $moved }.
cli-explain-overtaken = Overtaken by ({ $count }): { $names }.
cli-explain-overtook = Overtook ({ $count }): { $names }.
cli-explain-entered = Newly ranked and above ({ $count }): { $names }.
cli-explain-left = Once above and now unranked ({ $count }): { $names }.
cli-col-own = Own
cli-col-national = Nation
cli-col-relative = Against nation
cli-none = –

# Command line: server and backup
cli-about-serve = Serve the web workbench
cli-example-serve =
    nanghang serve --demo
    nanghang serve --bind 0.0.0.0:8080 --data-dir /var/lib/nanghang
cli-arg-bind = Address to serve on [NANGHANG_BIND; default 127.0.0.1:8080]
cli-arg-demo = The demonstration: Bạc Liêu, Plan 193/KH-UBND, on 20 May 2025
cli-arg-metrics_bind = Separate address for metrics (/metrics) [NANGHANG_METRICS_BIND]
cli-arg-origin = The address that readers use, such as https://papi.baclieu.gov.vn [NANGHANG_ORIGIN]
cli-arg-imprint = Who is responsible for the site [NANGHANG_IMPRINT]
cli-arg-clamav = Where ClamAV scans files: HOST:PORT or the path of a Unix socket [NANGHANG_CLAMAV]
cli-arg-portal_checks = Look each morning whether the listed sections of the portal changed; off by default [NANGHANG_PORTAL_CHECKS]
cli-arg-portal_hosts = Hosts beyond .gov.vn, or in private networks, that may be looked at, with commas between [NANGHANG_PORTAL_HOSTS]
cli-arg-trust_proxy = Behind a proxy: believe the reader’s address that it writes into X-Forwarded-For [NANGHANG_TRUST_PROXY]
cli-about-backup = Back up database and attachments, while the server runs if need be
cli-example-backup = nanghang backup nanghang-2025-05-20.tar.zst
cli-arg-backup_file = The backup, NAME.tar.zst
cli-about-restore = Restore a backup into an empty place
cli-example-restore =
    nanghang restore nanghang-2025-05-20.tar.zst --into /var/lib/nanghang
    nanghang restore nanghang-2025-05-20.tar.zst --into postgres://nanghang@localhost/nanghang
cli-arg-into = The data folder, or postgres://…
cli-about-source = Where a figure came from: publication or imported file, cell, who and when; and what it replaced
cli-arg-subdimension = Sub-dimension 1.1…8.3
cli-example-source = nanghang source --province 95 --year 2024 --subdimension 1.1
cli-col-source = Source
cli-col-cell = Cell
cli-col-by = By
cli-col-at = At
cli-source-title = { $province } ({ $code }), PAPI { $year }, sub-dimension { $item }
cli-source-note = The first line is what stands now; below it what it replaced, newest first. Totals and dimensions are sums of sub-dimensions.
