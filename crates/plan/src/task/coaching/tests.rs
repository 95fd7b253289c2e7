//! Sentences that coach, that aim, and that do neither.

use super::*;
use crate::task::terms::tests::terms;

fn aims(what: &str) -> Vec<Aim> {
    let task = Terms { what: what.to_owned(), ..terms("1.1-01") };
    warnings(&task).into_iter().map(|warning| warning.aim).collect()
}

#[test]
fn a_text_that_would_coach_respondents_warns() {
    for what in [
        "Hướng dẫn trả lời phiếu khảo sát PAPI cho người dân",
        "huong dan  cach tra loi cho ho dan",
        "TẬP HUẤN TRẢ LỜI phiếu cho trưởng ấp",
        "Phát tờ rơi để người dân học thuộc",
        "Phổ biến đáp án mẫu tới các khóm",
        "Hướng dẫn người dân trả lời theo hướng tích cực",
        "Bà con nên trả lời rất hài lòng khi được khảo sát PAPI",
        "Nếu được phỏng vấn PAPI, bà con cho điểm cao nhất",
    ] {
        assert_eq!(aims(what), [Aim::Respondents], "{what}");
    }
}

#[test]
fn a_text_that_aims_at_surveyed_places_warns() {
    for what in [
        "Ưu tiên làm đường tại ấp được chọn mẫu",
        "Tặng quà hộ được khảo sát",
        "Tăng cường tuyên truyền tại địa bàn khảo sát PAPI",
        "Gặp gỡ người được phỏng vấn trước ngày khảo sát",
        "Tuyên truyền trọng tâm tại các ấp được PAPI chọn mẫu",
    ] {
        assert_eq!(aims(what), [Aim::SurveyedPlaces], "{what}");
    }
}

#[test]
fn both_are_said_once_each_and_wherever_they_stand() {
    let both = "Tập huấn trả lời cho hộ được khảo sát, hộ được chọn mẫu";
    assert_eq!(aims(both), [Aim::Respondents, Aim::SurveyedPlaces]);
    let task = Terms { product: "Danh sách hộ được khảo sát".to_owned(), ..terms("1.1-01") };
    assert_eq!(warnings(&task).len(), 1);
}

#[test]
fn forbidding_it_is_no_coaching() {
    for what in
        ["Chuyên mục định kỳ (không hướng dẫn cách trả lời khảo sát)", "Nghiêm cấm hướng dẫn trả lời phiếu"]
    {
        assert!(aims(what).is_empty(), "{what}");
    }
    let other_clause = "Không thu tiền; hướng dẫn cách trả lời cho hộ dân";
    assert_eq!(aims(other_clause), [Aim::Respondents]);
}

#[test]
fn schools_and_scores_are_no_coaching() {
    for what in ["Các trường tiểu học thuộc xã khai giảng", "Điểm khảo sát PAPI năm 2024 của tỉnh là 44,10"]
    {
        assert!(aims(what).is_empty(), "{what}");
    }
}

#[test]
fn words_are_quoted_as_they_were_written_and_long_ones_cut() {
    let said = |text: &str| first_in(&[text]);
    assert_eq!(said("Đề nghị HƯỚNG DẪN, trả lời phiếu.").as_deref(), Some("HƯỚNG DẪN, trả lời phiếu"));
    assert_eq!(
        said("Khi có đoàn khảo sát PAPI đến hỏi, bà con hãy trả lời là tốt.").as_deref(),
        Some("bà con hãy trả lời là tốt")
    );
    let long = format!("Tập huấn {} cách trả lời phiếu PAPI", "cả".repeat(300));
    assert_eq!(said(&long).map(|words| words.chars().count()), Some(161));
    assert_eq!(said("Trường học thuộc xã"), None);
}

/// What somebody who wants good answers would write.
const COACHES: &[&str] = &[
    "Khi có đoàn khảo sát PAPI đến hỏi, bà con hãy trả lời là hài lòng",
    "Bà con chấm điểm 10 cho phường khi được phỏng vấn",
    "chấm điểm 10 cho phường khi được phỏng vấn",
    "Đề nghị bà con chọn mức cao nhất ở mỗi câu hỏi của phiếu PAPI",
    "chọn mức cao nhất ở mỗi câu hỏi của phiếu PAPI",
    "Bà con nhớ trả lời “Có” khi được hỏi có được mời họp dân hay không",
    "Bà con đừng nói không biết",
    "Người được hỏi đừng nói không biết",
    "Hướng dẫn bà con cách trả lời phiếu",
    "Bà con không quên trả lời rất hài lòng",
    "Bà con không quên đánh giá rất tốt khi có đoàn khảo sát",
    "Khi được hỏi, bà con nói là rất tốt",
    "Nếu có ai hỏi thì nói là hài lòng",
    "Ai hỏi về phường thì bà con cứ nói tốt",
    "Sắp tới có đoàn PAPI về. Bà con nhớ nói là hài lòng.",
    "Người dân cần đánh giá cao thái độ của cán bộ trong phiếu khảo sát PAPI",
    "Đề nghị các hộ khi được phỏng vấn nên chọn mức rất tốt",
    "Phỏng vấn viên đến nhà, cô bác hãy cho điểm cao để phường được khen",
    "Chi bộ quán triệt đảng viên vận động gia đình trả lời tích cực khi được khảo sát",
    "Tổ trưởng soạn sẵn câu trả lời cho bà con khi đoàn khảo sát đến",
    "Cán bộ không được quên nhắc bà con đánh dấu vào ô rất hài lòng trong phiếu",
    "Không được nói không hài lòng khi đoàn khảo sát hỏi",
    "Bà con lưu ý, khi trả lời phiếu PAPI phải đánh dấu mức tối đa",
    "Không hướng dẫn dài dòng, bà con hãy trả lời là hài lòng khi được hỏi",
    "Mời bà con tập dượt cách trả lời phỏng vấn tại nhà văn hóa",
    "ba con hay tra loi la tot khi duoc khao sat PAPI",
    "Khi co doan khao sat den hoi, ba con nho cho diem cao",
    "Các hộ thống nhất trả lời có với câu hỏi khảo sát về họp dân",
    "Khi PAPI hỏi có phải đưa thêm tiền không, bà con trả lời là không.",
    "Bà con đừng kể chuyện tiêu cực với đoàn phỏng vấn.",
    "Cán bộ ấp ngồi cùng khi người dân trả lời phiếu để gợi ý.",
    "Hộ nào được phỏng vấn mà chấm điểm tốt sẽ được tặng quà.",
    "Cán bộ đi cùng điều tra viên để nhắc bà con câu đúng.",
    "Bà con trả lời sao cho xã mình được xếp hạng cao.",
    "Mỗi ấp chọn người trả lời tốt ra tiếp đoàn khảo sát.",
    "Gặp người lạ đến hỏi về cán bộ xã thì bà con khen giùm.",
    "Ai được hỏi thì nhớ ủng hộ xã nhà, đừng chê.",
    "Đoàn điều tra hỏi gì thì bà con cứ nói là có biết, có được hỏi ý kiến.",
    "Đoàn khảo sát hỏi gì, bà con nhớ trả lời có được mời họp",
    "Trả lời 5 điểm cho mọi câu hỏi khảo sát",
    "Bà con khoanh điểm 5 ở tất cả câu hỏi của phiếu PAPI",
    "Bà con cần nắm rõ bộ câu hỏi PAPI và đáp án.",
    "Người dân xem trước các câu hỏi khảo sát để khỏi lúng túng",
    "Đ i ề u tra viên tới thì chấm điểm cao giúp xã.",
    "Khi P A P I hỏi, bà con nhớ nói là hài lòng",
];

const AIMS: &[&str] = &[
    "Năm nay phường được chọn khảo sát PAPI, đề nghị các khóm chuẩn bị",
    "Đoàn PAPI sẽ phỏng vấn tại khóm 3, khóm 4",
    "Xã ta nằm trong mẫu khảo sát của năm nay",
    "Các hộ trúng mẫu PAPI được tặng quà",
    "Ưu tiên sửa đường ở nơi PAPI khảo sát",
    "Địa bàn được chọn để phỏng vấn cần ra quân tổng vệ sinh",
    "Lập danh sách hộ phỏng vấn để đến thăm trước",
    "Tuần tới đoàn khảo sát PAPI sắp về xã",
    "Nam nay phuong duoc chon khao sat PAPI",
    "Rà soát, vận động 120 hộ trong danh sách mẫu để đạt điểm cao.",
    "Chỉ loa ở ba ấp có trong danh sách chọn mẫu mới phát bản tin này",
    "Mẫu khảo sát năm nay gồm ấp 1, ấp 3; các ngành dồn lực về hai ấp này.",
    "Ưu tiên phát loa ở các xã nằm trong danh sách điều tra PAPI.",
    "Thăm trước các hộ thuộc diện phỏng vấn",
    "Tập huấn cho các hộ dự kiến được phỏng vấn.",
    "Người sắp được phỏng vấn cần được gặp trước",
];

/// What a province writes on any day.
const HARMLESS: &[&str] = &[
    "Phiếu khảo sát hài lòng tại bộ phận một cửa",
    "Đề nghị bà con trả lời phiếu khảo sát hài lòng tại bộ phận một cửa",
    "Trả lời kiến nghị cử tri trước kỳ họp; cần nêu rõ thời hạn",
    "Chấm điểm cải cách hành chính cấp xã năm 2025",
    "Khảo sát, chấm điểm cải cách hành chính; xã cần đạt mức tốt trở lên",
    "Nâng cao chỉ số PAPI: mỗi chỉ số nội dung từ nhóm trung bình cao trở lên",
    "Phấn đấu năm 2025 tỉnh nằm trong nhóm 20 tỉnh có điểm PAPI cao nhất cả nước",
    "Nâng cao mức độ hài lòng của người dân qua khảo sát hằng năm",
    "Tỷ lệ người dân được khảo sát đánh giá tốt thái độ của cán bộ đạt 92 %",
    "Kết quả PAPI 2024: nội dung 6 được chấm điểm cao nhất",
    "Người dân đánh giá cao việc niêm yết bảng giá đất",
    "Khi được hỏi, nhiều người dân nói rất hài lòng với cách làm mới",
    "Khi được phỏng vấn, ông Năm ở khóm 4 nói hài lòng với giấy hẹn",
    "Khảo sát PAPI cho kết quả cao nhất từ trước đến nay",
    "Bà con cứ nói đúng những gì mình thấy khi được khảo sát",
    "Nếu được phỏng vấn, bà con trả lời đúng thực tế, trung thực",
    "Đề nghị ông, bà trả lời phiếu khảo sát để phường phục vụ tốt hơn",
    "Đề nghị ông, bà chọn một trong các mức: rất tốt, tốt, trung bình, kém trên phiếu",
    "Bà con cần trả lời có hoặc không cho mỗi câu của phiếu",
    "Vận động người dân tham gia trả lời phiếu khảo sát trung thực",
    "Cán bộ không được gợi ý bà con trả lời hài lòng khi được khảo sát",
    "Nghiêm cấm việc hướng dẫn, gợi ý, mớm lời cách trả lời phiếu khảo sát",
    "Không ai được vận động người dân chọn mức cao nhất trong phiếu PAPI",
    "Không tổ chức tập huấn cách trả lời phỏng vấn",
    "Đo mức hài lòng tại quầy bằng phiếu đánh giá",
    "Hướng dẫn nộp hồ sơ trên Cổng Dịch vụ công; trả lời vướng mắc trong ngày",
    "Phiếu kết quả quan trắc nước mặt phải có tại xã",
    "Sở Xây dựng sẽ khảo sát thực địa tại xã để chọn nơi đất cao làm nhà tránh lũ",
    "Khóm 5 được chọn làm điểm xây dựng khóm kiểu mẫu",
    "Xã được chọn xây dựng nông thôn mới kiểu mẫu; khảo sát hộ nghèo vào tháng 9",
    "Sau khi có kết quả PAPI, Sở Nội vụ sẽ đến các xã để kiểm tra",
    "Báo cáo kết quả khảo sát, trong đó có nội dung nói về tố cáo, quảng cáo",
    "Cán bộ cần nói lời hay, làm việc tốt, phục vụ dân tốt hơn",
    "Lấy mẫu nước tại xã, chấm điểm vệ sinh từng hộ; hộ nào tốt được khen",
    "Sử dụng phiếu hẹn; cần có giấy tờ tốt, rõ",
    "Bà con nhớ mang theo căn cước, hãy hỏi nếu cán bộ đòi thêm giấy tờ",
    "Đừng đánh giá thấp cơn bão; các xã chuẩn bị phương án tốt nhất",
    "Phiếu bầu trưởng khóm: cử tri hãy chọn người tốt, có uy tín",
    "Thông báo: kỳ họp có phần trả lời chất vấn, nói rõ trách nhiệm, nêu cao gương người tốt việc tốt",
    "Khảo sát, đánh giá tốt nhu cầu nước sạch của hộ dân là việc cần làm",
    "Đoàn thanh niên xã đến từng hộ chỉ cách nộp hồ sơ, trả lời mọi câu hỏi của bà con",
    "Chương trình khảo sát mức sống dân cư chọn 10 hộ mỗi ấp theo ngẫu nhiên",
    "Câu hỏi thăm dò: Ông, bà có biết bảng giá đất được niêm yết ở đâu không?",
    "Hội nghị công bố kết quả PAPI nói về các nội dung còn thấp, cần khắc phục",
    "Học sinh học thuộc lòng năm điều Bác Hồ dạy",
    "Khi khám bệnh, bà con nên trả lời đầy đủ câu hỏi của bác sĩ",
    "Ban giám khảo chấm điểm cao nhất cho đội Phường 2",
    "Ấp được chọn làm điểm nông thôn mới",
    "Các hộ được khảo sát thu nhập để xét hộ nghèo",
    "Hướng dẫn người dân trả lời thông báo bổ sung hồ sơ",
    "Cuộc thi trắc nghiệm có đáp án mẫu",
    "Ứng viên nên trả lời ngắn gọn khi được phỏng vấn tuyển dụng",
    "Hướng dẫn cách trả lời phỏng vấn xin việc",
    "Cán bộ ấp đi cùng điều tra viên để chỉ đường",
    "Đoàn điều tra dân số đến, bà con cứ nói đúng những gì mình biết",
    "Theo kết quả khảo sát, nhiều người dân nói là có biết bảng giá đất",
    "Các xã nằm trong danh sách điều tra dân số giữa kỳ",
    "Các hộ trong danh sách điều tra thu nhập, rà soát hộ nghèo",
    "Chấm từ 1 đến 5 điểm theo phiếu khảo sát của bộ phận một cửa",
    "Chấm 5 điểm cho đơn vị trả kết quả đúng hẹn theo bộ chỉ số cải cách hành chính",
    "Người dự tuyển sẽ được phỏng vấn vào ngày 20/6",
    "Các hộ sẽ được khảo sát hiện trạng nhà ở trước khi mở đường",
    "Người dân sẽ được hỏi ý kiến về bảng giá đất",
    "Cán bộ cần nắm rõ từng câu hỏi PAPI mà tỉnh còn yếu để sửa việc của mình",
    "Điều tra viên phải nắm rõ bảng hỏi trước khi đi phỏng vấn",
    "Bà con nắm rõ bộ câu hỏi và đáp án của hội thi tìm hiểu pháp luật",
    "T H Ô N G   B Á O về lịch tiếp dân của U B N D xã",
    "Phương án a b c của phiếu khảo sát",
];

fn found(what: &str) -> Vec<Aim> {
    found_in([what]).into_iter().map(|(aim, _)| aim).collect()
}

#[test]
fn coaching_in_the_words_of_the_day_is_found() {
    let missed: Vec<_> = COACHES.iter().filter(|what| !found(what).contains(&Aim::Respondents)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn aiming_in_the_words_of_the_day_is_found() {
    let missed: Vec<_> = AIMS.iter().filter(|what| !found(what).contains(&Aim::SurveyedPlaces)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_a_province_writes_on_any_day_is_let_alone() {
    assert!(HARMLESS.len() >= 30);
    let flagged: Vec<_> = HARMLESS
        .iter()
        .map(|what| (what, found_in([*what])))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    assert!(flagged.is_empty(), "{flagged:#?}");
}

#[test]
fn a_text_of_any_letters_is_read() {
    for hostile in ["", " . ; ", "\u{301}\u{301}", "ករ។ក", "khảo\u{200b} sát", "“”''", "9.9.9%", "Ạ\u{AD}"]
    {
        found_in([hostile, hostile]);
    }
}

#[test]
fn no_task_of_the_practice_plan_warns() {
    #[derive(serde::Deserialize)]
    struct Row {
        nhiem_vu: String,
        san_pham_minh_chung: String,
        chi_tieu_do_trong_nam: String,
    }
    let rows: Vec<Row> = places::rows(include_str!("../../../../../data/practice/tasks.csv"));
    assert_eq!(rows.len(), 70);
    for Row { nhiem_vu, san_pham_minh_chung, chi_tieu_do_trong_nam } in rows {
        let texts = Terms { what: nhiem_vu, product: san_pham_minh_chung, ..terms("1") };
        let task = Terms { done_when: chi_tieu_do_trong_nam, ..texts };
        assert_eq!(warnings(&task), [], "{}", task.what);
    }
}

/// The same in English.
const COACHES_IN_ENGLISH: &[&str] = &[
    "When PAPI interviewers come, please say that you are very satisfied",
    "Residents should give the ward the highest score when they are interviewed",
    "If you are asked, say yes",
    "Please give 10 points to every question of the PAPI survey",
    "Remember to answer “Yes” if anyone asks whether you were invited to meetings",
    "Never say that you don’t know when the survey team comes",
    "Don't tell the interviewer anything bad",
    "Do not say you do not know",
    "Train residents how to answer the survey",
    "The hamlet head teaches people what to say to the PAPI interviewers",
    "Hand out model answers before the survey",
    "Learn the answers to the PAPI questionnaire by heart",
    "We ask all households to rate the commune very good in the PAPI survey",
    "Party members encourage their families to answer positively when surveyed",
    "Tick the highest level on each question of the questionnaire",
    "The PAPI team comes next week. Please always choose the best answer.",
    "Coach households for the PAPI interviews",
    "Do not forget to tell the survey team that you are happy with the commune",
    "Let’s all score the commune 10 when PAPI asks",
    "Members must not hesitate to give full marks in the survey",
    "In the interview, choose “completely satisfied” for each service",
    "Prepare people in the hamlet for the PAPI survey",
    "Dear residents, interviewers from PAPI arrive on Monday; kindly say our officials never ask for money",
    "Everyone should give us the top score in the upcoming survey",
    "Explain how people should answer PAPI",
    "Vote 5 stars in PAPI",
    "Answer “no” when the interviewer asks whether you paid a bribe",
    "The right answer to question 3 of the survey is “yes”",
    "Do not complain to the interviewers",
    "Respondents are to be trained to praise the commune when PAPI asks",
    "Tell the survey people that you were invited to the meeting",
    "If an interviewer comes, please tell them that you never paid a bribe.",
    "Remind households on the sample list to give the highest score.",
    "Do not mention delays or corruption to the survey team.",
    "When asked about land procedures, answer that everything was on time.",
    "Coach respondents on what to say about public services.",
    "Village heads should sit in during interviews and help respondents choose.",
    "Rehearse the survey questions with the families who were drawn.",
    "Speak well of our commune to the PAPI interviewers.",
    "Dear residents, PAPI is coming; let's all praise the commune.",
];

const AIMS_IN_ENGLISH: &[&str] = &[
    "Mend roads first in the hamlets chosen for PAPI",
    "Visit the surveyed households before the team arrives",
    "Gifts for households in the PAPI sample",
    "Clean up the wards where PAPI interviews this year",
    "PAPI interviewers will come to hamlet 3 and hamlet 4",
    "Make a list of households selected for the survey",
    "Our commune was selected for the PAPI survey this year",
    "Put up posters in the sampled hamlets before PAPI comes",
    "Focus on the wards that PAPI picked",
    "Focus the broadcast on the hamlets that PAPI will visit this year.",
    "Loudspeakers in sampled villages will air this four times a day.",
    "Prepare the list of households that PAPI interviews and visit them with gifts first.",
    "Send gifts to those who will be interviewed",
];

const HARMLESS_IN_ENGLISH: &[&str] = &[
    "The province wants to score high in PAPI 2026",
    "PAPI scores for public administrative procedures were the highest since 2011",
    "Please answer the satisfaction survey at the one-stop shop",
    "Please answer the questionnaire honestly, whether the service was good or bad",
    "If you are interviewed, say what you think",
    "Tell the interviewer frankly what was good and what was bad",
    "Choose one of the levels on the questionnaire: very good, good, fair, poor",
    "Nobody may tell residents what to answer in the survey",
    "Staff must not ask residents to say that they are satisfied in the PAPI survey",
    "It is forbidden to coach people for the PAPI survey",
    "Most residents say they are very satisfied with the new counter, the survey found",
    "The survey shows that 92 per cent of households rate the service good or very good",
    "In the survey, people rate the staff's attitude highest",
    "Departments should give high priority to what the PAPI survey found",
    "The department will survey land in the commune to find good places for houses",
    "PAPI surveyed people in 34 provinces",
    "Among surveyed households, 61 per cent knew of the land plan",
    "Surveyors will measure the canal in hamlet 3",
    "Communes were selected for the new rural programme; poor households are reviewed in September",
    "Do you know where the land price list is posted?",
    "Train officials to answer questions within a day and to give good service",
    "Bring your identity card; say so if an official asks for other papers",
    "The People's Committee answers the questions of voters; answers must be clear and on time",
    "Press interview: the chairman says the results are good",
    "Yes, No, I do not know",
    "How to answer a summons, and where to ask for legal aid",
    "We practise what to do when a storm comes; never underestimate a low tide",
    "The budget is published so that people can check it; please check the highest spending first",
    "Results of PAPI 2024 by commune are not published",
    "Where to see the list of poor households in your commune",
    "A survey of needs helps us choose the best place for the new school",
    "Interviewers are trained to put each question in the same words",
    "Rate your visit from 1 to 10 in our survey at the counter",
    "The ward will survey residents to choose the best site",
    "How to answer the questionnaire online: open the link, choose a language, answer each question",
    "Interviewers never tell people what to say",
    "Do not give money to anyone; report poor service on the hotline",
    "Households selected for housing support are listed in the annex",
    "The survey team will visit households chosen at random across the province",
    "When asked for a fee that is not posted, say no and call the hotline",
    "The surveyed area of the new road",
];

#[test]
fn english_is_read_too() {
    let missing = |texts: &[&'static str], aim| -> Vec<&str> {
        texts.iter().copied().filter(|what| !found(what).contains(&aim)).collect()
    };
    assert_eq!(missing(COACHES_IN_ENGLISH, Aim::Respondents), [""; 0]);
    assert_eq!(missing(AIMS_IN_ENGLISH, Aim::SurveyedPlaces), [""; 0]);
    let flagged = HARMLESS_IN_ENGLISH.iter().filter_map(|what| Some((what, found_in([*what]).pop()?)));
    assert_eq!(flagged.collect::<Vec<_>>(), []);
    assert_eq!(first_in(&["If PAPI comes, don’t say it’s bad."]).as_deref(), Some("don’t say it’s bad"));
}
