//! A password: length over rules. 12 to 128 characters of any kind, none that are tried first, nothing of one's own.

mod change;

use std::collections::HashSet;
use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use places::name::fold;
use unicode_normalization::UnicodeNormalization;

use crate::Chance;

pub use change::{GIVE_PASSWORD, NotChanged, change_password, give_password};

/// The fewest characters.
pub const SHORTEST: usize = 12;
/// The most characters: enough for a sentence, and no load on whoever hashes it.
pub const LONGEST: usize = 128;
/// So much must be left when one's account, the program's name and names of provinces are taken out.
const OWN_LEAST: usize = 8;

/// Of a password that nobody knows: checking against it takes the time of any other.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bmFuZ2hhbmduYW5naGFuZw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    /// Fewer than [`SHORTEST`] characters.
    #[error("the password is too short")]
    Short,
    /// More than [`LONGEST`] characters.
    #[error("the password is too long")]
    Long,
    /// Among those that are tried first.
    #[error("the password is among those that are tried first")]
    Common,
    /// Little more than the account, the program or a province.
    #[error("the password is little more than a name that is known")]
    Own,
}

/// Checks a password that the owner of this account wants to have.
///
/// # Errors
/// [`Weak`].
pub fn check(password: &str, account: &str) -> Result<(), Weak> {
    match password.nfc().count() {
        count if count < SHORTEST => return Err(Weak::Short),
        count if count > LONGEST => return Err(Weak::Long),
        _ => {}
    }
    let plain = squeeze(password);
    if is_common(&plain) {
        return Err(Weak::Common);
    }
    if without_own(&plain, account).chars().count() < OWN_LEAST { Err(Weak::Own) } else { Ok(()) }
}

/// In the list, or a piece of at most eight characters again and again.
fn is_common(plain: &str) -> bool {
    static LIST: LazyLock<HashSet<&str>> =
        LazyLock::new(|| include_str!("../../../../data/common-passwords.txt").lines().collect());
    let letters: Vec<char> = plain.chars().collect();
    let repeats = |size: usize| letters.chunks(size).all(|chunk| letters.starts_with(chunk));
    LIST.contains(plain) || (1..=8).any(|size| size < letters.len() && repeats(size))
}

fn without_own(plain: &str, account: &str) -> String {
    let provinces = places::country().sets.iter().flat_map(|set| &set.units).map(|unit| squeeze(unit.name));
    let own = [squeeze(account), "nanghang".to_owned(), "papi".to_owned()];
    let names = own.into_iter().chain(provinces).filter(|name| name.len() > 2);
    names.fold(plain.to_owned(), |rest, name| rest.replace(&name, ""))
}

/// Folded, and without spaces, dots and hyphens.
fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '_')).collect()
}

/// A PHC string of Argon2id, with the least that OWASP's cheat sheet on storing passwords asks for.
/// Takes some 20 ms of a processor.
pub(crate) async fn hash(password: &str, chance: &Chance) -> String {
    let (password, salt) = (normal(password), chance.bytes::<16>());
    apart(move || {
        let hashed: PasswordHash = hasher()
            .hash_password_with_salt(password.as_bytes(), &salt)
            .expect("a salt of 16 bytes and a password of bounded length are taken");
        hashed.to_string()
    })
    .await
}

/// Whether the password is the kept one. Takes as long where none is kept.
pub(crate) async fn is_right(password: &str, kept: Option<String>) -> bool {
    let password = normal(password);
    apart(move || {
        let is_kept = kept.is_some();
        let kept = kept.unwrap_or_else(|| NOBODYS.to_owned());
        let fits = |hash: PasswordHash| hasher().verify_password(password.as_bytes(), &hash).is_ok();
        PasswordHash::new(&kept).is_ok_and(fits) && is_kept
    })
    .await
}

/// Hashing keeps a processor busy: it has a thread of its own, so that nobody else waits.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.expect("hashing does not fail, and nobody stops it")
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).expect("these are within the bounds of Argon2");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Typed on another keyboard, the same letters may come in other pieces. What is too long is cut: it fits nobody.
fn normal(password: &str) -> String {
    password.nfc().take(LONGEST + 1).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn length_goes_over_rules() {
        assert_eq!(check("Ngắn thôi1!", "lan"), Err(Weak::Short));
        assert_eq!(check("con đò nhỏ qua sông", "lan"), Ok(()));
        assert_eq!(check(&"đò ngang ".repeat(15), "lan"), Err(Weak::Long));
    }

    #[test]
    fn what_is_tried_first_is_refused_however_it_is_written() {
        for common in ["matkhau123456", "Mật Khẩu 123456", "MATKHAU-123456", "aaaaaaaaaaaa", "abcabcabcabcab"]
        {
            assert_eq!(check(common, "lan"), Err(Weak::Common), "{common}");
        }
    }

    #[test]
    fn the_account_the_program_and_the_province_do_not_make_a_password() {
        for own in ["nguyenthilan-2025", "NangHang@2025!", "Bạc Liêu, Cà Mau 1", "tranvanbaclieu85"] {
            let account = if own.starts_with("tran") { "tran-van" } else { "nguyen-thi-lan" };
            assert_eq!(check(own, account), Err(Weak::Own), "{own}");
        }
    }

    proptest! {
        #[test]
        fn composed_or_not_it_is_judged_alike(password in "[a-zA-Zàáâãđêôơưạảấầậễệỉịọộớờụủứừỹ ]{0,40}") {
            let decomposed: String = password.nfd().collect();
            prop_assert_eq!(check(&password, "lan"), check(&decomposed, "lan"));
        }

        #[test]
        fn a_password_again_and_again_is_common(piece in "[a-z0-9]{1,8}") {
            prop_assert_eq!(check(&piece.repeat(12), "zz"), Err(Weak::Common));
        }
    }

    #[tokio::test]
    async fn a_password_fits_its_hash_and_no_other() {
        let chance = Chance::new(|bytes| bytes.fill(7));
        let kept = hash("đò ngang qua sông", &chance).await;
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        let decomposed: String = "đò ngang qua sông".nfd().collect();
        assert!(is_right(&decomposed, Some(kept.clone())).await);
        assert!(!is_right("đò ngang qua song", Some(kept)).await);
        assert!(!is_right("đò ngang qua sông", None).await);
        assert!(PasswordHash::new(NOBODYS).is_ok());
    }
}
