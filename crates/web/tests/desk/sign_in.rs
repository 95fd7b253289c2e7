//! Signing in, at the front door.

#![allow(clippy::unwrap_used)]

use crate::door::entry::{PASSWORD, chosen, cookie, first_link, get, manned, post, typed};
use crate::door::{chance, staffed};
use sample::on_both;

on_both! {
    async fn a_link_is_used_once_and_lets_in(scratch: Scratch) {
        let site = staffed(&scratch).await;
        let link = format!("/lien-ket/{}", first_link(&scratch.desk().await, &chance()).await);
        get(&site, &link, "").await.says("quan-tri");
        post(&site, &link, "", &chosen(PASSWORD, "khác")).await.says("Hai lần nhập mật khẩu không giống nhau.");
        post(&site, &link, "", &chosen("quantri-2025", "quantri-2025")).await.says("gần như chỉ gồm tên đăng nhập");

        let taken = post(&site, &link, "", &chosen(PASSWORD, PASSWORD)).await;
        assert_eq!((taken.status.as_u16(), taken.header("location")), (303, "/viec-cua-toi"));
        assert_eq!(get(&site, "/viec-cua-toi", &cookie(&taken, "session")).await.status, 200);

        let again = post(&site, &link, "", &chosen("đò ngang khác hẳn", "đò ngang khác hẳn")).await;
        assert_eq!(again.status, 410);
        again.says("Liên kết này không dùng được");
        assert_eq!(get(&site, "/en/link/none", "").await.status, 410);
    }

    async fn one_arrives_where_one_wanted_to_go(scratch: Scratch) {
        let site = manned(&scratch).await;
        let away = get(&site, "/en/work?x=1&y=2", "").await;
        assert_eq!((away.status.as_u16(), away.header("location")), (303, "/en/sign-in?next=%2Fen%2Fwork%3Fx%3D1%26y%3D2"));

        let entered = post(&site, "/en/sign-in", "", &typed(" Quản-Trị ", PASSWORD, "/en/work?x=1&y=2")).await;
        assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/en/work?x=1&y=2"));
        assert_eq!(get(&site, "/en/work", &cookie(&entered, "session")).await.status, 200);
    }

    async fn strangers_are_held_back_and_a_known_device_is_not(scratch: Scratch) {
        let site = manned(&scratch).await;
        let owner = cookie(&post(&site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, "")).await, "device");
        let mut last = 0;
        for _ in 0..6 {
            last = post(&site, "/dang-nhap", "", &typed("quan-tri", "đoán mò đoán mò", "")).await.status.as_u16();
        }
        assert_eq!(last, 429);
        let held = post(&site, "/dang-nhap", "", &typed("quan-tri", PASSWORD, "")).await;
        assert_eq!((held.status.as_u16(), held.header("retry-after")), (429, "15"));
        held.says("Mời đồng chí thử lại sau 15 giây.");

        let entered = post(&site, "/dang-nhap", &owner, &typed("quan-tri", PASSWORD, "")).await;
        assert_eq!(entered.status, 303);
        assert_eq!(cookie(&entered, "device"), owner);
    }

}
