//! The pages of outlooks: what a leader reads of one province or another, and what is said where nothing can be.

use crate::door::read as get;
use axum::http::StatusCode;

#[tokio::test]
async fn a_target_of_a_province_that_has_ended_is_neither_met_nor_missed() {
    let (status, page) = get("/trien-vong?as-of=2024&year=2025").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("mục tiêu đặt cho Bạc Liêu năm 2025 không thể nói là đạt hay không đạt"));
    assert!(page.contains("/trien-vong?province=96&#38;units=34"), "the successor is offered");
    assert!(page.contains("chưa thể nói trước"));
}

#[tokio::test]
async fn a_province_that_goes_on_is_not_said_to_have_ended() {
    for address in ["/trien-vong?province=ha-noi&as-of=2024&year=2025", "/can-gi?province=ha-noi&year=2025"] {
        let (status, page) = get(address).await;
        assert_eq!(status, StatusCode::OK);
        assert!(!page.contains("địa bàn tỉnh cũ"), "{address}");
    }
    let (_, page) = get("/trien-vong?province=ha-noi&as-of=2024&year=2025").await;
    assert!(page.contains("Năm 2025 PAPI xếp hạng 34 tỉnh, thành phố"), "but among others");
    assert!(page.contains("/trien-vong?province=01&#38;units=34"));
}

#[tokio::test]
async fn before_it_ended_nothing_is_said_of_an_end() {
    let (_, page) = get("/trien-vong?as-of=2020&year=2021").await;
    assert!(!page.contains("không thể nói là đạt hay không đạt"));
    assert!(page.contains("vào nhóm 20 tỉnh đứng đầu năm 2021"));
}

#[tokio::test]
async fn a_merged_province_and_one_without_scores_have_their_outlooks() {
    for (address, name) in [
        ("/en/outlook?province=96&units=34&year=2025", "Ca Mau"),
        ("/en/outlook?province=quang-ninh&as-of=2023", "Quang Ninh"),
        ("/en/outlook?province=quang-ninh&as-of=2021", "Quang Ninh"),
    ] {
        let (status, page) = get(address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert!(page.contains(&format!("The chance that {name} is among the first 20")), "{address}");
    }
    let (_, page) = get("/trien-vong?province=quang-ninh&as-of=2023").await;
    let row = page.split("Tăng ít nhất một bậc").nth(1).expect("a row");
    assert!(
        row.split("</tr>").next().expect("its end").contains("kỳ gần nhất không xếp hạng"),
        "an unranked province cannot gain a place"
    );
}

#[tokio::test]
async fn a_year_that_is_not_ahead_is_read_as_the_next_one() {
    let (status, page) = get("/en/outlook?as-of=2022&year=2019").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("PAPI 2023: the outlook of"));
    assert_eq!(get("/en/outlook?as-of=1999").await.0, StatusCode::NOT_FOUND);
    assert_eq!(get("/en/outlook?province=atlantis").await.0, StatusCode::NOT_FOUND);
}

/// As `nanghang whatif` counts it: 0.27 without a lift, 0.93 points for one chance in two.
#[tokio::test]
async fn what_a_target_would_take_is_told_with_how_seldom_it_was_done() {
    let (status, page) = get("/can-gi?as-of=2021&year=2025&goal=rank&rank=20").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("tỉnh cần hơn triển vọng của mình 0,9 điểm"));
    assert!(page.contains("không nói một nhiệm vụ sẽ mang lại bao nhiêu điểm"), "no cause is claimed");
    let (_, each) = get("/can-gi?as-of=2021&year=2025&goal=each").await;
    assert!(each.contains("Từng nội dung cần thêm"));
    assert_eq!(get("/can-gi?rank=0").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_rank_is_told_with_its_interval_and_two_provinces_with_the_noise_of_their_difference() {
    let (status, page) = get("/khoang-thu-hang?year=2024&other=ca-mau").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Bạc Liêu xếp hạng 21/61. Tính cả mức dao động của điểm, hạng thật có thể từ"));
    assert!(
        page.contains("Xét cùng lúc mọi tỉnh, chưa loại được 61/61 tỉnh khỏi nhóm 20 tỉnh đứng đầu."),
        "with an error of one point nobody can be"
    );
    assert!(page.contains("sai số của chênh lệch này là 1,41 điểm"));
    let (_, unranked) = get("/en/ranks?year=2023&province=quang-ninh").await;
    assert!(unranked.contains("Quang Ninh is not ranked here in 2023"));
}

#[tokio::test]
async fn outlooks_are_judged_beside_their_rivals() {
    let (status, page) = get("/en/outlook/backtest?horizon=1").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("the outlook takes away 34 per cent"), "six contents");
    assert!(
        page.contains("which began in 2018 (306 statements), the two are 28"),
        "as the outlook page says of the total"
    );
    assert!(page.contains("<th scope=\"row\">Total of six contents</th>"));
    assert_eq!(get("/en/outlook/backtest?horizon=99").await.0, StatusCode::OK, "read as one year");
}

#[tokio::test]
async fn what_such_outlooks_were_worth_stands_beside_the_chances() {
    for (address, said) in [
        ("/trien-vong?as-of=2023&year=2024&renewal=no", "bớt được 38 phần trăm sai số"),
        (
            "/trien-vong?as-of=2023&year=2024&renewal=yes",
            "hầu như không hơn bốc thăm (bớt được 0 phần trăm sai số, trên số kỳ còn ít)",
        ),
        ("/trien-vong?as-of=2020&year=2025", "chưa từng được kiểm chứng"),
    ] {
        let (_, page) = get(address).await;
        assert!(page.contains(said), "{address}");
    }
    let (status, json) = get("/api/v1/outlook/backtest?horizon=1").await;
    assert!(status == StatusCode::OK && json.contains("brier_top20_base_rate"), "{json}");
    assert_eq!(get("/api/v1/outlook/backtest?horizon=9").await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_spread_of_ones_own_is_kept_in_its_address_and_answered() {
    let (status, page) = get("/can-gi?as-of=2021&year=2025&goal=rank&rank=20&gain-1=0,5&gain-4=0,5").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Với cách chia này, tổng điểm hơn triển vọng 1,00 điểm"));
    assert!(
        page.contains("Khả năng đạt mục tiêu:") && page.contains("khi không thêm điểm nào là 27 trên 100")
    );
    assert!(page.contains(r#"name="gain-1" size="5" inputmode="decimal" autocomplete="off" value="0,5""#));
    assert_eq!(page.matches("trường hợp mới có 1</td>").count(), 2, "one in N for each content tried");
    let (_, each) = get("/en/whatif?as-of=2021&year=2025&goal=each&gain-1=0.5").await;
    assert!(each.contains("The chance of the target is"));
}

#[tokio::test]
async fn a_spread_that_does_not_read_is_said_and_stays_in_its_fields() {
    let (status, page) = get("/can-gi?as-of=2021&year=2025&gain-1=nhieu&gain-2=0,1&gain-3=12").await;
    assert_eq!(status, StatusCode::OK);
    let why = page.split("class=\"refusal\"").nth(1).and_then(|rest| rest.split("</p>").next()).expect("why");
    assert!(why.contains("1. ") && why.contains("3. ") && !why.contains("2. "), "{why}");
    assert!(page.contains(r#"value="nhieu" aria-invalid="true""#) && page.contains(r#"value="0,1""#));
    assert!(!page.contains("Với cách chia này"));
}

#[tokio::test]
async fn no_content_is_tried_beyond_ten_points() {
    let (status, page) = get("/can-gi?as-of=2021&year=2025&gain-1=0,5&gain-3=8").await;
    assert_eq!(status, StatusCode::OK);
    let why = page.split("class=\"refusal\"").nth(1).and_then(|rest| rest.split("</p>").next()).expect("why");
    assert!(why.contains("cao nhất là 10 điểm") && why.contains("3. ") && !why.contains("1. "), "{why}");
    assert!(page.contains(r#"value="8" aria-invalid="true""#) && !page.contains("Với cách chia này"));
    let (_, json) = get("/api/v1/provinces/95/whatif?as-of=2021&year=2025").await;
    let answer: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let rooms = answer["rooms"].as_array().expect("rooms");
    let room = rooms
        .iter()
        .find(|room| room["dimension"] == 3)
        .and_then(|room| room["points"].as_f64())
        .expect("one");
    let tried = async |points: f64| {
        let (status, _) =
            get(&format!("/api/v1/provinces/95/whatif?as-of=2021&year=2025&gains=3:{points}")).await;
        status
    };
    assert_eq!((rooms.len(), tried(room).await), (8, StatusCode::OK));
    assert_eq!(tried(room + 0.01).await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn where_nothing_is_needed_a_surer_chance_is_offered_and_no_table_of_noughts() {
    for (rank, offered) in [(60, false), (40, true)] {
        let (_, page) = get(&format!("/can-gi?as-of=2021&year=2025&rank={rank}")).await;
        assert!(page.contains("không cần thêm điểm nào ngoài triển vọng"), "{rank}");
        assert_eq!(page.contains(">Cần gì để khả năng lên 75 trên 100</a>"), offered, "{rank}");
        assert!(!page.contains("Các tỉnh khác đã tăng được bao nhiêu"), "{rank}");
    }
}

#[tokio::test]
async fn what_editions_weigh_adds_up() {
    let (_, page) = get("/trien-vong?as-of=2024&year=2025&renewal=no").await;
    let table = page.split("Vì sao có con số này</h2>").nth(1).and_then(|rest| rest.split("</table>").next());
    let table = table.expect("weights");
    let percent = |row: &str| -> Vec<f64> {
        let cells = row.split("<td class=\"number\">").skip(1);
        let number = |cell: &str| cell.split([' ', '<']).next().map(|text| text.replace(',', "."));
        cells.map(|cell| number(cell).and_then(|text| text.parse().ok()).expect("a share")).collect()
    };
    let (body, foot) = table.split_once("<tfoot>").expect("a row of totals");
    let rows: Vec<_> = body.split("<tbody>").nth(1).expect("rows").split("</tr>").map(percent).collect();
    for (column, total) in percent(foot).into_iter().enumerate() {
        let sum: f64 = rows.iter().filter_map(|row| row.get(column)).sum();
        assert!((sum - total).abs() <= 0.05 * rows.len() as f64 && total > 10.0, "{sum} {total}");
    }
}

#[tokio::test]
async fn terms_lead_to_the_method_page_that_explains_them() {
    let (_, method) = get("/phuong-phap").await;
    for address in
        ["/trien-vong?as-of=2024&year=2025", "/khoang-thu-hang", "/can-gi", "/trien-vong/kiem-chung"]
    {
        let (_, page) = get(address).await;
        let links: Vec<&str> =
            page.split("/phuong-phap#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.len() >= 3, "{address}: {links:?}");
        for id in links {
            assert!(method.contains(&format!("<h2 id=\"{id}\">")), "{address}#{id}");
        }
    }
}

#[tokio::test]
async fn ranks_of_the_34_say_whose_members_are_missing() {
    let (status, page) = get("/khoang-thu-hang?year=2024&units=34").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("bình quân theo dân số của các tỉnh cũ"));
    assert_eq!(page.matches("<abbr title").count(), 2, "Phú Thọ and Đồng Tháp");
}
