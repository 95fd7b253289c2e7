# Documents
documents-lead = What was issued to raise the province’s PAPI results, in the order of issue.
documents-none = No document has been entered yet.
document-name = { $kind ->
    [resolution] Resolution { $sign }
    [decision] Decision { $sign }
    [directive] Directive { $sign }
    [conclusion] Conclusion { $sign }
    [regulation] Regulation { $sign }
    [programme] Programme { $sign }
    [plan] Plan { $sign }
    [scheme] Scheme { $sign }
    [guidance] Guidance { $sign }
    [notice] Notice { $sign }
    [report] Report { $sign }
    [submission] Submission { $sign }
    [minutes] Minutes { $sign }
    [letter] Official letter { $sign }
    [telegram] Telegram { $sign }
   *[other] Document { $sign }
}
document-kind = Kind
document-kind-resolution = Resolution
document-kind-decision = Decision
document-kind-directive = Directive
document-kind-conclusion = Conclusion
document-kind-regulation = Regulation
document-kind-programme = Programme
document-kind-plan = Plan
document-kind-scheme = Scheme
document-kind-guidance = Guidance
document-kind-notice = Notice
document-kind-report = Report
document-kind-submission = Submission
document-kind-minutes = Minutes
document-kind-letter = Official letter
document-kind-telegram = Telegram
document-sign = Number and sign
document-issued = Issued on
document-issuer = Issued by
document-source = Source
document-chain = Its place among documents
document-carries-out = Carries out
document-carried-out-by = Carried out by
document-targets = Targets
document-targets-none = No target of this document is on record here.
document-targets-go = See how the targets stand
document-target-years = survey years { $first } to { $last }
document-target-year = survey year { $last }
document-annex = The plan’s own annex is not public; the site has only what is shown above.
document-amends = Amends
document-replaces = Replaces
document-owed = Agencies’ own plans
document-owed-until = due
document-owed-issued = issued
document-owed-missing = not issued
document-owed-ended = ended without having issued one
document-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
