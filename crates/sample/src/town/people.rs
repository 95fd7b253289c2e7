//! The people of the sample province: made up, and marked so in their names.

use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::sign_in::{self, Browser};
use accounts::{Chance, Desk, Role};
use jiff::civil::{Date, date};

use super::Refusal;

/// The day that they took up their posts.
const FIRST: Date = date(2024, 1, 2);

/// One of them: the account, the name, the post, its agency, its role.
pub type Someone = (&'static str, &'static str, &'static str, &'static str, Role);

/// Everybody, in the order of their numbers, from 1.
pub const PEOPLE: [Someone; 17] = [
    ("quan-tri", "Lê Minh Khoa (mẫu)", "Quản trị hệ thống", "BL-VPUBND", Role::Administrator),
    ("thuong-truc", "Nguyễn Thị Lan (mẫu)", "Chuyên viên theo dõi PAPI", "BL-SNV", Role::StandingBody),
    ("lanh-dao", "Trần Văn Hải (mẫu)", "Phó Chủ tịch UBND tỉnh", "BL-UBND", Role::Leader),
    ("giam-doc-stp", "Phạm Thị Hoa (mẫu)", "Giám đốc Sở", "BL-STP", Role::Head),
    ("chuyen-vien-stp", "Đặng Quốc Bảo (mẫu)", "Chuyên viên", "BL-STP", Role::Officer),
    ("truyen-thong", "Lý Thị Ngọc (mẫu)", "Chuyên viên truyền thông", "BL-SVHTTDL", Role::Communicator),
    ("giam-sat", "Võ Văn Thành (mẫu)", "Thanh tra viên", "BL-TTR", Role::Auditor),
    ("moi-truong", "Huỳnh Kim Chi (mẫu)", "Chuyên viên", "BL-STNMT", Role::Officer),
    ("y-te", "Trương Thị Mai (mẫu)", "Chuyên viên", "BL-SYT", Role::Officer),
    ("mat-tran", "Thạch Sơn (mẫu)", "Cán bộ", "BL-MTTQ", Role::Officer),
    ("hong-dan", "Bùi Văn Tám (mẫu)", "Công chức", "BL-H-HD", Role::Officer),
    ("phuong-2", "Ngô Thị Út (mẫu)", "Công chức Văn phòng – Thống kê", "BL-X-P2", Role::Officer),
    ("chu-tich-phuong-2", "Dương Văn Năm (mẫu)", "Chủ tịch UBND phường", "BL-X-P2", Role::Head),
    ("hiep-thanh", "Sơn Thị Liên (mẫu)", "Công chức Văn phòng – Thống kê", "BL-X-XHT", Role::Officer),
    ("dai-bac-lieu", "Lâm Thị Sáu (mẫu)", "Biên tập viên", "BL-TT-BLTP", Role::Officer),
    ("dai-gia-rai", "Mai Văn Tư (mẫu)", "Biên tập viên", "BL-TT-GR", Role::Officer),
    ("dai-hong-dan", "Danh Thị Mười (mẫu)", "Biên tập viên", "BL-TT-HD", Role::Officer),
];

/// Opens their posts and seats them.
pub(super) async fn settle(desk: &Desk) -> Result<(), Refusal> {
    for (account, name, post, agency, role) in PEOPLE {
        let named = Named { agency, name: post, role, first: FIRST, form: None };
        let post = post::open(desk, &named).await?;
        person::add(desk, &New { name, account, posts: &[(&post.code, FIRST)], form: None }).await?;
    }
    Ok(())
}

/// The password of everybody in the demonstration; it is printed at the start, and keeps nobody out.
pub const PASSWORD: &str = "muoi-trang-ruong-xanh";

/// Lets everybody who has no password yet sign in with [`PASSWORD`].
///
/// # Errors
/// When the database fails.
pub async fn let_in(desk: &Desk, chance: &Chance) -> Result<(), NotLetIn> {
    let waiting = person::list(desk, &person::Filter::default()).await?;
    for someone in waiting.iter().map(|listed| &listed.person).filter(|person| !person.has_password) {
        let token = sign_in::make_link(desk, &someone.account, chance).await?;
        sign_in::take_link(desk, Browser::default(), (&token, PASSWORD), chance).await?;
    }
    Ok(())
}

/// Why they were not let in.
#[derive(Debug, thiserror::Error)]
pub enum NotLetIn {
    /// The people could not be listed.
    #[error(transparent)]
    Person(#[from] person::Refusal),
    /// A link was not made.
    #[error(transparent)]
    NotMade(#[from] sign_in::NotMade),
    /// A link was not taken.
    #[error(transparent)]
    NotTaken(#[from] sign_in::NotTaken),
}
