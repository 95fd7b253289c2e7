//! The words by which a sentence is judged, with their marks.

use std::sync::LazyLock;

use super::sentence::{Phrase, phrases};

/// Lists of words, by what they do in a sentence.
pub(super) struct Words {
    /// People are asked.
    pub(super) survey: Vec<Phrase>,
    /// Those of them that an office also does itself.
    pub(super) own_survey: Vec<Phrase>,
    /// What makes another thing of the words for a survey.
    pub(super) not_survey_before: Vec<Phrase>,
    pub(super) not_survey_after: Vec<Phrase>,
    /// The survey by its name, and those who come for it.
    pub(super) strong: Vec<Phrase>,
    /// What another survey is about, and where one answers that is none.
    pub(super) surveyed_thing: Vec<Phrase>,
    pub(super) elsewhere: Vec<Phrase>,
    /// That somebody comes and asks.
    pub(super) asking: Vec<Phrase>,
    /// To give an answer, in whatever way.
    pub(super) answer: Vec<Phrase>,
    /// To put a mark or a score.
    pub(super) mark: Vec<Phrase>,
    /// To answer what is asked.
    pub(super) reply: Vec<Phrase>,
    /// "Đánh giá", whose "đánh giá cao" is an idiom.
    pub(super) praise: Vec<Phrase>,
    /// Verbs that please, and that displease.
    pub(super) praising: Vec<Phrase>,
    pub(super) complaining: Vec<Phrase>,
    /// To be there while somebody answers, and to help with it.
    pub(super) beside: Vec<Phrase>,
    pub(super) prompt: Vec<Phrase>,
    /// What an answer would earn.
    pub(super) reward: Vec<Phrase>,
    /// Answers that please.
    pub(super) good: Vec<Phrase>,
    pub(super) best: Vec<Phrase>,
    pub(super) yes: Vec<Phrase>,
    pub(super) after_yes: Vec<Phrase>,
    /// "Hài lòng", a noun after "sự", "mức độ", "khảo sát".
    pub(super) content: Vec<Phrase>,
    pub(super) before_noun: Vec<Phrase>,
    pub(super) after_noun: Vec<Phrase>,
    /// What makes other words of "cao", "tốt".
    pub(super) before_other: Vec<Phrase>,
    /// After an answer that is one of several to choose from.
    pub(super) option: Vec<Phrase>,
    /// What stands between an answer and words that are none of it.
    pub(super) barrier: Vec<Phrase>,
    /// An order, and a request.
    pub(super) told: Vec<Phrase>,
    pub(super) asked_to: Vec<Phrase>,
    pub(super) people: Vec<Phrase>,
    pub(super) who_answers: Vec<Phrase>,
    /// A condition.
    pub(super) when: Vec<Phrase>,
    /// What was found by asking.
    pub(super) reported: Vec<Phrase>,
    pub(super) counted: Vec<Phrase>,
    /// To prepare somebody, and with what.
    pub(super) guide: Vec<Phrase>,
    pub(super) prepared: Vec<Phrase>,
    /// To learn beforehand, and what is asked.
    pub(super) learn: Vec<Phrase>,
    pub(super) questions: Vec<Phrase>,
    pub(super) honest: Vec<Phrase>,
    /// What is not to be answered.
    pub(super) not: Vec<Phrase>,
    pub(super) bad: Vec<Phrase>,
    pub(super) unpleasing: Vec<Phrase>,
    /// Forbidding, what may stand between it and what is forbidden, and what turns it round again.
    pub(super) forbid: Vec<Phrase>,
    pub(super) filler: Vec<Phrase>,
    pub(super) turn: Vec<Phrase>,
    /// Places and those who live there.
    pub(super) place: Vec<Phrase>,
    pub(super) home: Vec<Phrase>,
    /// To be in a sample.
    pub(super) chosen: Vec<Phrase>,
    pub(super) belongs: Vec<Phrase>,
    pub(super) chosen_for: Vec<Phrase>,
    pub(super) sample: Vec<Phrase>,
    /// That a sample is of places.
    pub(super) consists: Vec<Phrase>,
    /// Lists that are of a sample where the sentence speaks of a survey: of much else there are lists too.
    pub(super) sample_of_survey: Vec<Phrase>,
    /// That somebody will be asked.
    pub(super) to_be_asked: Vec<Phrase>,
    pub(super) model: Vec<Phrase>,
    /// That a survey comes.
    pub(super) will: Vec<Phrase>,
    pub(super) comes: Vec<Phrase>,
    pub(super) interview: Vec<Phrase>,
    pub(super) list: Vec<Phrase>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    survey: phrases(
        "papi, khảo sát, phỏng vấn, phiếu, bảng hỏi, điều tra viên, đoàn điều tra, người điều tra, điều tra xã hội học, thăm dò, người hỏi, người ta hỏi, được hỏi, bị hỏi, \
         đến hỏi, tới hỏi, xuống hỏi, về hỏi, ai hỏi, đoàn hỏi, đoàn về, đoàn đến, đoàn xuống, đoàn tới",
    ),
    own_survey: phrases("khảo sát, thăm dò"),
    not_survey_before: phrases("số, lá, bỏ, thùng"),
    not_survey_after: phrases(
        "chuyển, kết quả, trình, thu, chi, lý lịch, bầu, tiếp nhận, hẹn, xuất, nhập, khám, báo chí, báo đài, tuyển dụng, xin việc, thực địa, \
         thực tế, địa chất",
    ),
    strong: phrases("papi, khảo sát, phỏng vấn, điều tra viên, đoàn điều tra, điều tra xã hội học"),
    surveyed_thing: phrases(
        "thu nhập, nhu cầu, mức sống, đời sống, thiệt hại, hiện trạng, điều kiện, nhà ở, nước sạch, địa hình, đất đai",
    ),
    elsewhere: phrases(
        "tuyển dụng, dự tuyển, xét tuyển, thí sinh, xin việc, ứng viên, cuộc thi, hội thi, bài thi, đề thi, trắc nghiệm, bác sĩ, học sinh, bài tập, chất vấn, thông báo bổ sung",
    ),
    asking: phrases("papi, phỏng vấn, điều tra viên, điều tra xã hội học, đoàn hỏi"),
    answer: phrases(
        "trả lời, nói, nói rằng, nói là, chọn, lựa chọn, tích, tích vào, tick, khoanh, khoanh vào, đánh dấu, chấm, chấm điểm, cho điểm, đánh giá, \
         nhận xét, phát biểu, bày tỏ, ghi, điền, tô, gạch, bấm, khai",
    ),
    mark: phrases(
        "chọn, lựa chọn, tích, tích vào, tick, khoanh, khoanh vào, đánh dấu, chấm, chấm điểm, cho điểm, tô, trả lời",
    ),
    reply: phrases("trả lời, ghi phiếu, đánh phiếu"),
    praise: phrases("đánh giá"),
    praising: phrases("khen, khen giùm, khen ngợi, ca ngợi, ủng hộ, bênh, nói tốt, nói giùm"),
    complaining: phrases(
        "kể, kể chuyện, phàn nàn, chê, chê bai, than phiền, than vãn, nói xấu, tố cáo, phản ánh",
    ),
    beside: phrases("ngồi cùng, ngồi cạnh, ngồi bên, đi cùng, đi theo, đi kèm, có mặt, đứng cạnh"),
    prompt: phrases("gợi ý, nhắc, nhắc bài, mớm, mách, chỉ cách, giúp trả lời, trả lời giúp, trả lời thay"),
    reward: phrases("tặng quà, quà, thưởng, khen thưởng, được khen, được cộng điểm, được ưu tiên"),
    good: phrases(
        "hài lòng, tốt, rất tốt, cao, rất cao, cao nhất, mức cao, mức cao nhất, điểm cao, điểm cao nhất, điểm tối đa, mức tối đa, tuyệt đối, \
         đồng ý, điểm 10, 10 điểm, mười điểm, điểm mười, điểm 9, 9 điểm, mức 5, tích cực, thuận lợi, xuất sắc, không có tiêu cực, \
         không phải chi, không phải đưa, không có gì phàn nàn, có biết, biết hết, biết rõ, có nghe, có được hỏi, có được mời, có được họp, \
         có được thông báo, có được xem, 5 điểm, điểm 5, năm điểm, 5 sao, năm sao",
    ),
    best: phrases(
        "mức cao nhất, điểm cao nhất, cao nhất, điểm tối đa, mức tối đa, điểm tuyệt đối, mức tuyệt đối, điểm 10, 10 điểm, mười điểm, điểm mười, \
         mức 5, 5 điểm, điểm 5, năm điểm, 9 điểm, điểm 9, 5 sao, năm sao, rất hài lòng, hoàn toàn hài lòng, rất tốt",
    ),
    yes: phrases("có, không"),
    after_yes: phrases("khi, nếu, với, cho, ở, hết, đầy đủ, tất cả, trong mọi, trong tất cả"),
    content: phrases("hài lòng"),
    before_noun: phrases("độ, sự, số, lệ, mức, sát, phiếu, đo, lường"),
    after_noun: phrases("của, hơn, tuổi, cấp, tốc, học, đẳng, trào, nghiệp, điểm"),
    before_other: phrases(
        "nâng, thang, đến, tới, người, trình, to, báo, quảng, dù, không, chưa, nơi, đất, vùng, dân số",
    ),
    option: phrases("hay, hoặc, khá, trung bình, kém, chưa, bình thường, không hài lòng, không tốt"),
    barrier: phrases("để, nhằm, vì, mà, nhưng, dù, trung thực, khách quan, đúng thực tế, đúng sự thật"),
    told: phrases(
        "hãy, nhớ, ghi nhớ, cứ, không quên, đừng quên, chớ quên, nhất định, dặn, nhắc, bảo nhau, thống nhất, đồng loạt, tranh thủ",
    ),
    asked_to: phrases(
        "nên, cần, phải, xin, đề nghị, mong, mong muốn, cố gắng, lưu ý, chú ý, vận động, kêu gọi, hướng dẫn, gợi ý",
    ),
    people: phrases(
        "bà con, người dân, nhân dân, dân, hộ, hộ dân, ông bà, ông, cô bác, quý vị, mọi người, chị em, hội viên, đoàn viên, đảng viên, cử tri, \
         gia đình, đồng bào, người được hỏi",
    ),
    who_answers: phrases(
        "bà con, người dân, nhân dân, hộ dân, các hộ, ông bà, cô bác, quý vị, mọi người, chị em, hội viên, đoàn viên, gia đình, đồng bào, thì, cứ, \
         là",
    ),
    when: phrases("khi, nếu, lúc, hễ, gặp, lỡ, ai hỏi, có người, có đoàn"),
    reported: phrases(
        "nhiều, đa số, phần lớn, hầu hết, một số, tỷ lệ, số, anh, chị, ông, theo, đã, được, bị, do, từng, vừa, không ít, có trên",
    ),
    counted: phrases("tỷ lệ, phần trăm, tổng số, kết quả khảo sát, kết quả papi, theo kết quả, qua khảo sát"),
    guide: phrases(
        "hướng dẫn, tập huấn, gợi ý, mớm, mớm lời, vận động, nhắc, dặn, định hướng, bày, chỉ cho, thống nhất, chuẩn bị, soạn, soạn sẵn, phổ biến, \
         tuyên truyền, quán triệt, tập dượt, diễn tập",
    ),
    prepared: phrases(
        "cách trả lời, câu trả lời, cách chấm, cách chọn, đáp án, cách ghi phiếu, cách đánh phiếu",
    ),
    learn: phrases(
        "nắm, nắm rõ, nắm vững, nắm chắc, thuộc, học, học kỹ, ôn, ôn kỹ, ghi nhớ, xem trước, đọc trước, biết trước",
    ),
    questions: phrases(
        "bộ câu hỏi, các câu hỏi, câu hỏi, bảng hỏi, phiếu hỏi, mẫu phiếu, đáp án, câu trả lời",
    ),
    honest: phrases(
        "trung thực, thật lòng, khách quan, đúng thực tế, đúng sự thật, đúng cảm nhận, thẳng thắn",
    ),
    not: phrases("đừng, chớ, không nên, không được, tránh, hạn chế"),
    bad: phrases(
        "không biết, không hài lòng, chưa hài lòng, không tốt, chưa tốt, kém, xấu, thấp, điểm thấp, mức thấp, tiêu cực, không có",
    ),
    unpleasing: phrases("không biết, không hài lòng, chưa hài lòng"),
    forbid: phrases("không, cấm, nghiêm cấm, tránh, chống"),
    filler: phrases(
        "được, việc, mọi, hành vi, ai, tổ chức, các, hình thức, có, tự, ý, tự ý, phép, tuyệt đối, bất kỳ, nào, cán bộ, và, hoặc, hay, lời, trước",
    ),
    turn: phrases("mà, nhưng, hãy, nhớ, nên, chỉ"),
    place: phrases("ấp, khóm, thôn, bản, tổ dân phố, hộ, hộ dân, phường, xã, thị trấn, địa bàn, huyện, nhà"),
    home: phrases(
        "ấp, khóm, thôn, bản, tổ dân phố, hộ, hộ dân, phường, xã, thị trấn, địa bàn, huyện, nơi, chỗ, người",
    ),
    chosen: phrases("được chọn, được rút, được bốc, trúng, được lấy, bốc trúng, có tên trong"),
    belongs: phrases("thuộc, nằm trong, rơi vào, ở trong, có trong, trong, vào"),
    chosen_for: phrases("papi, khảo sát, phỏng vấn, điều tra xã hội học, mẫu khảo sát, danh sách khảo sát"),
    sample: phrases("mẫu, mẫu khảo sát, mẫu papi, danh sách mẫu, danh sách chọn mẫu, danh sách khảo sát"),
    sample_of_survey: phrases(
        "danh sách điều tra, danh sách phỏng vấn, danh sách papi, mẫu điều tra, diện khảo sát, diện phỏng vấn",
    ),
    to_be_asked: phrases(
        "được phỏng vấn, bị phỏng vấn, được papi hỏi, phỏng vấn papi, khảo sát papi, được khảo sát papi",
    ),
    consists: phrases("gồm, bao gồm, gồm có, là, rơi vào"),
    model: phrases("kiểu, làm, vườn, theo, biểu, hình, điểm"),
    will: phrases("sẽ, sắp, chuẩn bị, dự kiến, tới đây"),
    comes: phrases("phỏng vấn, khảo sát, hỏi, đến, về, xuống, tới, chọn"),
    interview: phrases("phỏng vấn"),
    list: phrases("danh sách"),
});
