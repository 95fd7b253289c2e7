//! Roles: what a post is trusted with.

/// What a post is trusted with. The first two are the program's own and no person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The program itself, for what it does unasked.
    Program,
    /// Whoever runs the command line, who has the database in their hands anyway.
    Operator,
    /// Quản trị: people, posts, agencies, the calendar.
    Administrator,
    /// Cơ quan thường trực: runs the plan, reviews, decides on extensions and transfers.
    StandingBody,
    /// Lãnh đạo tỉnh: reads everything, publishes, decides on extensions.
    Leader,
    /// Thủ trưởng cơ quan: answers for an agency.
    Head,
    /// Chuyên viên: reports for an agency.
    Officer,
    /// Cán bộ truyền thông: news, campaigns, bulletins; reports for an agency.
    Communicator,
    /// Kiểm tra, giám sát: reads all, changes nothing.
    Auditor,
}

impl Role {
    /// The roles that a post can have.
    pub const OF_POSTS: [Self; 7] = [
        Self::Administrator,
        Self::StandingBody,
        Self::Leader,
        Self::Head,
        Self::Officer,
        Self::Communicator,
        Self::Auditor,
    ];

    /// The word in the database, on the command line and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Operator => "operator",
            Self::Administrator => "administrator",
            Self::StandingBody => "standing_body",
            Self::Leader => "leader",
            Self::Head => "head",
            Self::Officer => "officer",
            Self::Communicator => "communicator",
            Self::Auditor => "auditor",
        }
    }

    /// The role of a post by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::OF_POSTS.into_iter().find(|role| role.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posts_role_is_read_back_and_the_programs_own_is_not() {
        for role in Role::OF_POSTS {
            assert_eq!(Role::read(role.as_str()), Some(role));
        }
        assert_eq!(Role::read("operator"), None);
    }
}
