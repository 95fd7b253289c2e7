# Documents
documents-lead = What was issued to raise the province’s PAPI results, in the order of issue.
documents-none = No document has been entered yet.
document-name = { $kind ->
    [plan] Plan { $sign }
    [conclusion] Conclusion { $sign }
   *[other] Document { $sign }
}
document-kind = Kind
document-kind-plan = Plan
document-kind-conclusion = Conclusion
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
