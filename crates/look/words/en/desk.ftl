# The frame of desk pages
page-progress = Promises and progress
page-sign-in = Sign in
page-account = Account
page-work = My work
page-review = Review
page-board = Board
page-plans = Plans
page-agencies = Agencies
page-calendar = Reporting calendar
page-people = People
page-audit = Audit trail
desk-menu-label = Work menu
fault-forbidden = Not allowed
fault-forbidden-sentence = The post that you sit at may not do this.
fault-signed-out = Not signed in
fault-signed-out-sentence = This page is for officials who have signed in; your session may have ended.
fault-signed-out-help = Please sign in and open the page again, or go on from here:
