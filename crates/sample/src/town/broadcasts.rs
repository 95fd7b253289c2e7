//! Broadcasts of the sample: a month planned, four stations that log and one that stays silent; made up, and marked so.

use accounts::Desk;
use inform::broadcast::{
    self, Days, Draft, Month, NewAired, Priority, Rig, Set, Slot, Station, keep, log, register, schedule,
    send, write,
};
use jiff::civil::{Date, DateTime, date, time};

use super::{Refusal, reports};

const MARK: &str = "(bản tin mẫu)";
/// The communicator's account.
const WRITER: &str = "truyen-thong";

/// The stations: the code of the agency, and where its sets hang.
const STATIONS: [(&str, &[&str]); 5] = [
    ("BL-TT-BLTP", &["Quảng trường Hùng Vương", "Chợ Bạc Liêu", "Bến xe"]),
    ("BL-TT-GR", &["Trung tâm thị xã", "Cầu Giá Rai"]),
    ("BL-TT-HD", &["Chợ Ngan Dừa", "Ấp Nội Ô"]),
    ("BL-X-P2", &["Khóm 4", "Khóm 5", "Khóm 6"]),
    (SILENT, &["Ấp Giồng Nhãn", "Ấp Xiêm Cáng"]),
];
/// The one that logs nothing.
const SILENT: &str = "BL-X-XHT";
/// The one whose log comes from its source system.
const FROM_FILE: &str = "BL-TT-HD";

const KEPT: Date = date(2025, 4, 28);
const WRITTEN: Date = date(2025, 5, 2);

/// Lets it happen until the desk's day; where there is any bulletin of the month, all stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if desk.today < WRITTEN || !register(desk, Month::of(WRITTEN)).await?.told.is_empty() {
        return Ok(());
    }
    for (code, spots) in STATIONS {
        keep(&desk.on(KEPT), station(code, spots)).await?;
    }
    let first = sent(desk, WRITTEN, &office_hours(), &STATIONS.map(|(code, _)| code)).await?;
    aired(desk, first, date(2025, 5, 6), 61).await?;
    aired(desk, first, date(2025, 5, 9), 59).await?;
    let second = sent(desk, WRITTEN, &land_plan(), &STATIONS.map(|(code, _)| code)).await?;
    aired(desk, second, date(2025, 5, 13), 27).await?;
    if let Some(id) = second.filter(|_| desk.today >= date(2025, 5, 16)) {
        by_hand(desk, "BL-TT-BLTP", Some(id), date(2025, 5, 16).at(5, 0, 0, 0), 25).await?;
    }
    from_file(desk, first, second).await?;
    let third = sent(desk, WRITTEN, &no_bribe(), &STATIONS.map(|(code, _)| code)).await?;
    planned(desk, third).await?;
    tide(desk).await?;
    drill(desk).await?;
    for day in [date(2025, 5, 7), date(2025, 5, 14)].into_iter().filter(|day| *day <= desk.today) {
        by_hand(desk, "BL-X-P2", None, day.at(5, 10, 0, 0), 600).await?;
    }
    write(&writer(desk, WRITTEN).await?, &to_be_looked_at(), "mau-phat-thanh-nhap").await?;
    Ok(())
}

fn station(code: &str, spots: &[&str]) -> Station {
    let set = |(at, spot): (usize, &&str)| Set {
        spot: format!("{spot} (mẫu)"),
        rig: if at == 0 { Rig::Network } else { Rig::Fm },
        horns: 2,
        works: at != 2,
    };
    let slot = |hour, name: &str| Slot {
        begins: time(hour, 0, 0, 0),
        minutes: 30,
        days: Days::ALL,
        name: name.to_owned(),
    };
    Station {
        agency: code.to_owned(),
        sets: spots.iter().enumerate().map(set).collect(),
        slots: vec![slot(5, "Buổi sáng"), slot(17, "Buổi chiều")],
        kept_by: String::new(),
        kept_on: KEPT,
    }
}

fn draft(title: &str, text: &str, content: Option<u8>, days: (Date, Date), times: i64) -> Draft {
    Draft {
        title: format!("{title} {MARK}"),
        text: text.to_owned(),
        text_km: String::new(),
        priority: Priority::Normal,
        content,
        first: days.0,
        last: days.1,
        times,
        at: None,
    }
}

fn office_hours() -> Draft {
    let text = "Kính thưa bà con.\n\nBộ phận một cửa nhận hồ sơ từ 7 giờ đến 11 giờ và từ 13 giờ đến 17 giờ, từ thứ \
        Hai đến thứ Sáu. Bà con đem theo căn cước và giấy tờ ghi trên bảng niêm yết; cán bộ không được đòi giấy tờ \
        nào khác.\n\nAi không đi được thì nộp qua Cổng Dịch vụ công, hoặc nhờ tổ công nghệ số cộng đồng của ấp, khóm \
        giúp. Nhận hồ sơ xong, cán bộ phải đưa giấy hẹn. Quá ngày hẹn mà chưa có kết quả, bà con được nhận thư xin \
        lỗi và ngày hẹn mới.\n\nThắc mắc xin gọi số của bộ phận một cửa ghi trên bảng niêm yết. Xin cảm ơn bà con.";
    let text_km = "សូមគោរពជូនដំណឹងដល់បងប្អូន។ ការិយាល័យទទួលពាក្យធ្វើការពីម៉ោង ៧ ដល់ម៉ោង ១១ ព្រឹក និងពីម៉ោង ១ ដល់ម៉ោង ៥ ល្ងាច។ \
        សូមអរគុណបងប្អូន។";
    let draft = draft("Nộp hồ sơ ở bộ phận một cửa", text, Some(5), (date(2025, 5, 5), date(2025, 5, 11)), 2);
    Draft { text_km: text_km.to_owned(), ..draft }
}

fn land_plan() -> Draft {
    let text = "Kính thưa bà con.\n\nKế hoạch sử dụng đất, bảng giá đất và phương án bồi thường phải được niêm yết tại \
        trụ sở ủy ban, nhà văn hóa và trên trang tin của xã, phường. Bà con có quyền xem, hỏi và góp ý.\n\nNếu không \
        thấy niêm yết, bà con có thể báo ngay trên trang công khai của tỉnh, không cần ghi tên.";
    let days = (date(2025, 5, 12), date(2025, 5, 18));
    Draft {
        priority: Priority::Priority, ..draft("Xem kế hoạch sử dụng đất ở đâu", text, Some(2), days, 2)
    }
}

fn no_bribe() -> Draft {
    let text = "Kính thưa bà con.\n\nLàm thủ tục ở phường, xã, bà con chỉ nộp phí, lệ phí ghi trên bảng niêm yết và \
        luôn được nhận biên lai. Không ai được đòi thêm tiền.\n\nNếu bị đòi thêm, bà con báo cho chủ tịch ủy ban hoặc \
        gửi phản ánh trên trang của tỉnh. Người báo được giữ kín.";
    let days = (date(2025, 5, 19), date(2025, 5, 25));
    draft("Chỉ nộp phí, lệ phí có biên lai", text, Some(4), days, 2)
}

fn to_be_looked_at() -> Draft {
    let text = "Kính thưa bà con. Sắp tới có đoàn về khảo sát. Ban nhân dân ấp sẽ hướng dẫn người dân trả lời phiếu.";
    let days = (date(2025, 5, 26), date(2025, 5, 31));
    draft("Thông báo về đợt khảo sát", text, Some(1), days, 1)
}

/// Writes a bulletin and sends it, where the day has come.
async fn sent(desk: &Desk, day: Date, draft: &Draft, to: &[&str]) -> Result<Option<i64>, Refusal> {
    if day > desk.today {
        return Ok(None);
    }
    let writer = writer(desk, day).await?;
    let form = format!("mau-phat-thanh-{}-{}", draft.first, draft.priority.as_str());
    let made = write(&writer, draft, &form).await?;
    let to: Vec<String> = to.iter().map(|code| (*code).to_owned()).collect();
    send(&writer, made.id, made.version, &to, None).await?;
    Ok(Some(made.id))
}

/// All but the silent station planned it for a morning; those that log by hand did.
async fn aired(desk: &Desk, id: Option<i64>, day: Date, seconds: i64) -> Result<(), Refusal> {
    let Some(id) = id else { return Ok(()) };
    let hour = day.at(5, 0, 0, 0);
    for (code, _) in STATIONS {
        add(desk, id, code, hour).await?;
    }
    let logs = |code: &str| code != SILENT && code != FROM_FILE && day <= desk.today;
    for (code, _) in STATIONS.into_iter().filter(|(code, _)| logs(code)) {
        by_hand(desk, code, Some(id), hour, seconds).await?;
    }
    Ok(())
}

/// One more hour in a station's schedule.
async fn add(desk: &Desk, id: i64, code: &str, hour: DateTime) -> Result<(), Refusal> {
    let told = broadcast::one(desk, id).await?;
    let line = told.lines.into_iter().find(|line| line.station == code);
    let mut hours = line.map(|line| line.schedule).unwrap_or_default();
    hours.push(hour);
    Ok(schedule(&at(desk, code, WRITTEN), id, code, &hours).await?)
}

/// Of this week's bulletin two stations planned both times and aired it once; the others have not looked yet.
async fn planned(desk: &Desk, id: Option<i64>) -> Result<(), Refusal> {
    let Some(id) = id else { return Ok(()) };
    for code in ["BL-TT-BLTP", "BL-X-P2"] {
        add(desk, id, code, date(2025, 5, 19).at(5, 0, 0, 0)).await?;
        add(desk, id, code, date(2025, 5, 23).at(17, 0, 0, 0)).await?;
        if desk.today >= date(2025, 5, 19) {
            by_hand(desk, code, Some(id), date(2025, 5, 19).at(5, 0, 0, 0), 24).await?;
        }
    }
    Ok(())
}

/// The log of one station, as its source system writes it.
async fn from_file(desk: &Desk, first: Option<i64>, second: Option<i64>) -> Result<(), Refusal> {
    let day = date(2025, 5, 15);
    let (Some(first), Some(second), true) = (first, second, day <= desk.today) else { return Ok(()) };
    let text = format!(
        "Ngày phát,Giờ phát,Thời lượng,Mã bản tin,Chương trình\n06/05/2025,05:00,1:02,{first},\n\
         09/05/2025,05:00,1:02,{first},\n10/05/2025,17:00,15:00,,Đờn ca tài tử (mẫu)\n13/05/2025,05:00,0:28,{second},\n"
    );
    let file = sheet::File { name: "nhat-ky.csv", bytes: text.as_bytes() };
    broadcast::take_in(&at(desk, FROM_FILE, day), FROM_FILE, file).await?;
    Ok(())
}

/// The day before the demonstration's an urgent bulletin came; two stations logged it, one did not.
async fn tide(desk: &Desk) -> Result<(), Refusal> {
    let day = date(2025, 5, 19);
    let text = "Kính báo bà con ven biển: chiều tối nay triều cường lên cao. Bà con đưa người già, trẻ em và đồ đạc lên \
        chỗ cao, không đi lại trên đê. Cần giúp đỡ, xin gọi trưởng ấp, trưởng khóm.";
    let urgent = Draft {
        priority: Priority::Urgent,
        at: Some(time(16, 0, 0, 0)),
        ..draft("Triều cường chiều tối 19/5", text, None, (day, day), 1)
    };
    let id = sent(desk, day, &urgent, &["BL-TT-BLTP", "BL-X-P2", SILENT]).await?;
    let (Some(id), true) = (id, desk.today > day) else { return Ok(()) };
    for code in ["BL-TT-BLTP", "BL-X-P2"] {
        by_hand(desk, code, Some(id), day.at(16, 0, 0, 0), 18).await?;
    }
    Ok(())
}

/// An urgent bulletin of a day ahead takes an hour that a station had planned; it has to move what it planned there.
async fn drill(desk: &Desk) -> Result<(), Refusal> {
    let day = date(2025, 5, 23);
    let text = "Kính báo bà con: 17 giờ chiều nay, phường diễn tập báo động ứng phó bão. Khi nghe còi hú, bà con bình tĩnh, tắt \
        bếp, khóa điện và làm theo hướng dẫn của tổ dân phố. Đây là diễn tập, không phải bão thật.";
    let urgent = Draft {
        priority: Priority::Urgent,
        at: Some(time(17, 0, 0, 0)),
        ..draft("Diễn tập ứng phó bão chiều 23/5", text, None, (day, day), 1)
    };
    sent(desk, date(2025, 5, 20), &urgent, &["BL-X-P2"]).await?;
    Ok(())
}

async fn by_hand(
    desk: &Desk,
    code: &str,
    bulletin: Option<i64>,
    hour: DateTime,
    seconds: i64,
) -> Result<(), Refusal> {
    let title =
        if bulletin.is_some() { String::new() } else { "Bản tin của phường (mẫu)".to_owned() };
    // What is aired in the afternoon is logged the next morning.
    let day = if hour.hour() < 9 { hour.date() } else { hour.date().tomorrow().unwrap_or(hour.date()) };
    let new = NewAired { station: code.to_owned(), bulletin, title, at: hour, seconds, is_sure: false };
    log(&at(desk, code, day), &new).await?;
    Ok(())
}

/// Whoever is on duty at a station on a day.
fn at(desk: &Desk, code: &str, day: Date) -> Desk {
    let mut duty = desk.on(day);
    duty.who = format!("truc-{}", code.to_lowercase());
    duty
}

/// The communicator on a day.
async fn writer(desk: &Desk, day: Date) -> Result<Desk, Refusal> {
    let day = desk.on(day);
    let found = reports::desks(&day).await?.into_iter().find(|desk| desk.who == WRITER);
    Ok(found.unwrap_or(day))
}
