//! Rights: who may do an act, to things of which agency. Each act declares its own beside itself.

use crate::{Desk, Directory, Role};

/// How the agency of a desk stands to the thing that is acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// It is its own.
    Own,
    /// It cooperates in it.
    Cooperating,
    /// Neither.
    Other,
}

/// How far a role's right to an act goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To things of the own agency.
    Own,
    /// To things of the own agency and those that it cooperates in.
    Cooperating,
    /// To any.
    Any,
}

/// Who may do one act. The operator and the program may do every act.
#[derive(Debug, PartialEq, Eq)]
pub struct Right {
    /// The act, by its word in the audit trail, or `…read` for one that changes nothing.
    pub act: &'static str,
    /// The roles that may, and how far.
    pub held_by: &'static [(Role, Reach)],
}

/// The desk may not do this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{role} may not: {act}")]
pub struct Forbidden {
    /// What was to be done.
    pub act: &'static str,
    /// As what.
    pub role: &'static str,
}

impl Right {
    /// How far the role may go; none when it may not at all.
    pub fn reach(&self, role: Role) -> Option<Reach> {
        if matches!(role, Role::Operator | Role::Program) {
            return Some(Reach::Any);
        }
        self.held_by.iter().find(|(holder, _)| *holder == role).map(|(_, reach)| *reach)
    }

    /// Whether a role may do it to a thing in that relation.
    pub fn allows(&self, role: Role, relation: Relation) -> bool {
        match self.reach(role) {
            None => false,
            Some(Reach::Any) => true,
            Some(Reach::Cooperating) => relation <= Relation::Cooperating,
            Some(Reach::Own) => relation == Relation::Own,
        }
    }
}

impl Desk {
    /// Checks the right to an act on a thing in that relation.
    ///
    /// # Errors
    /// [`Forbidden`].
    pub fn may(&self, right: &Right, relation: Relation) -> Result<(), Forbidden> {
        if right.allows(self.role, relation) {
            return Ok(());
        }
        Err(Forbidden { act: right.act, role: self.role.as_str() })
    }

    /// How this desk stands to a thing of `lead`, in which `cooperating` have a part.
    pub fn relation<'a>(&self, lead: &str, cooperating: impl IntoIterator<Item = &'a str>) -> Relation {
        match self.agency.as_deref() {
            Some(own) if own == lead => Relation::Own,
            Some(own) if cooperating.into_iter().any(|agency| agency == own) => Relation::Cooperating,
            _ => Relation::Other,
        }
    }

    /// How this desk stands to what an agency began, whoever has that agency's work today.
    pub fn relation_by_heirs(&self, directory: &Directory, agency: &str) -> Relation {
        let holders = directory.holders(agency, self.today);
        let is_own = self.agency.as_ref().is_some_and(|own| holders.contains(own));
        if is_own { Relation::Own } else { Relation::Other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: Right = Right {
        act: "test.done",
        held_by: &[
            (Role::Officer, Reach::Own),
            (Role::Head, Reach::Cooperating),
            (Role::StandingBody, Reach::Any),
        ],
    };

    #[test]
    fn a_right_goes_as_far_as_its_reach() {
        let reached = |role| {
            [Relation::Own, Relation::Cooperating, Relation::Other]
                .map(|relation| RIGHT.allows(role, relation))
        };
        assert_eq!(reached(Role::Officer), [true, false, false]);
        assert_eq!(reached(Role::Head), [true, true, false]);
        assert_eq!(reached(Role::StandingBody), [true, true, true]);
        assert_eq!(reached(Role::Auditor), [false, false, false]);
        assert_eq!(reached(Role::Operator), [true, true, true]);
    }
}
