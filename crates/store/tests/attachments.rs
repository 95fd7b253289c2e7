//! Attachments: named by their bytes, kept once, and never handed out damaged.

#![allow(clippy::unwrap_used)]

use sample::Scratch;
use store::{Digest, Error};

#[tokio::test]
async fn the_same_bytes_are_kept_once_under_their_hash() {
    let scratch = Scratch::sqlite();
    let attachments = scratch.attachments();
    let first = attachments.put(b"abc".to_vec()).await.unwrap();
    let second = attachments.put(b"abc".to_vec()).await.unwrap();

    // FIPS 180-4, the first example of SHA-256.
    assert_eq!(first.as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(first, second);
    assert_eq!(attachments.list().await.unwrap(), std::slice::from_ref(&first));
    assert_eq!(attachments.get(&first).await.unwrap(), b"abc");
    assert!(scratch.folder().join("attachments/ba").join(first.as_str()).is_file());
}

#[tokio::test]
async fn what_is_not_there_is_said_to_be_missing() {
    let attachments = Scratch::sqlite().attachments();
    let unknown = Digest::of(b"never kept");
    assert!(!attachments.exists(&unknown).await.unwrap());
    assert!(matches!(attachments.get(&unknown).await, Err(Error::NoAttachment(name)) if name == unknown));
}

#[tokio::test]
async fn bytes_that_were_changed_on_the_disk_are_not_handed_out() {
    let scratch = Scratch::sqlite();
    let attachments = scratch.attachments();
    let digest = attachments.put(b"abc".to_vec()).await.unwrap();
    let file = scratch.folder().join("attachments/ba").join(digest.as_str());
    std::fs::write(file, b"abd").unwrap();
    assert!(matches!(attachments.get(&digest).await, Err(Error::Damaged(name)) if name == digest));
}

#[test]
fn a_name_is_sixty_four_small_hexadecimal_digits() {
    let good = Digest::of(b"abc");
    assert_eq!(good.as_str().parse(), Ok(good.clone()));
    for bad in ["", "../../etc/passwd", &good.as_str()[1..], &good.as_str().to_uppercase()] {
        assert!(bad.parse::<Digest>().is_err(), "{bad}");
    }
}

#[tokio::test]
async fn bytes_that_are_removed_are_gone_and_may_come_again() {
    let attachments = Scratch::sqlite().attachments();
    let digest = attachments.put(b"abc".to_vec()).await.unwrap();
    attachments.remove(&digest).await.unwrap();
    attachments.remove(&digest).await.unwrap();
    assert!(!attachments.exists(&digest).await.unwrap());
    assert_eq!(attachments.put(b"abc".to_vec()).await.unwrap(), digest);
    assert_eq!(attachments.get(&digest).await.unwrap(), b"abc");
}
