//! Eleven annexes as offices make them, each with its tasks or with everything that is wrong with it.

mod annexes;

use std::io::{Cursor, Read, Write};

use annexes::{book, lines, merge, problems, read, read_settled, rows, tasks};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// 1. A title block, roman groups across the table, running numbers, a signature block, the sheet «Phụ lục».
#[test]
fn an_annex_of_groups_under_a_title_and_over_signatures() {
    let bytes = book(|sheet| {
        merge(sheet, (0, 0), (0, 2), "ỦY BAN NHÂN DÂN\nTỈNH BẠC LIÊU");
        merge(sheet, (0, 3), (0, 6), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        merge(sheet, (2, 0), (2, 6), "PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ NÂNG CAO CHỈ SỐ PAPI");
        merge(
            sheet,
            (3, 0),
            (3, 6),
            "(Kèm theo Kế hoạch số 193/KH-UBND ngày 17 tháng 12 năm 2021 của UBND tỉnh)",
        );
        let heading = [
            "STT",
            "Nội dung, nhiệm vụ",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Thời gian thực hiện",
            "Sản phẩm, kết quả",
            "Ghi chú",
        ];
        rows(sheet, 5, &[&heading, &["1", "2", "3", "4", "5", "6", "7"]]);
        merge(sheet, (7, 0), (7, 6), "I. Nội dung 1: Tham gia của người dân ở cấp cơ sở");
        rows(
            sheet,
            8,
            &[
                &[
                    "1",
                    "Phổ biến pháp luật về bầu cử",
                    "Sở Tư pháp",
                    "Các sở, ban, ngành; UBND cấp xã",
                    "Thường xuyên",
                    "Báo cáo",
                ],
                &[
                    "2",
                    "Đối thoại với Nhân dân",
                    "UBND các xã, phường, thị trấn",
                    "Sở Nội vụ, Ủy ban MTTQ Việt Nam tỉnh",
                    "Quý II/2025",
                    "Biên bản đối thoại",
                ],
            ],
        );
        merge(sheet, (10, 0), (10, 6), "II. Công khai, minh bạch trong hoạch định chính sách");
        rows(
            sheet,
            11,
            &[&[
                "1",
                "Công khai ngân sách xã",
                "UBND cấp xã",
                "nt",
                "Trước ngày 31/3 hằng năm",
                "Ảnh niêm yết",
            ]],
        );
        rows(
            sheet,
            12,
            &[
                &["", "Tổng số: 03 nhiệm vụ"],
                &["Nơi nhận:", "", "", "", "TM. ỦY BAN NHÂN DÂN"],
                &["- Như trên;", "", "", "", "CHỦ TỊCH"],
                &["- Lưu: VT.", "", "", "", "Nguyễn Văn A"],
            ],
        );
    });
    assert_eq!(
        tasks(&bytes),
        [
            "1-01 BL-STP + @so @xa | continuous | Phổ biến pháp luật về bầu cử | Báo cáo",
            "1-02 @xa + BL-SNV BL-MTTQ | once 2025-04-01..2025-06-30 | Đối thoại với Nhân dân | Biên bản đối thoại",
            "2-01 @xa + BL-SNV BL-MTTQ | yearly 31/3 | Công khai ngân sách xã | Ảnh niêm yết",
        ]
    );
    let reading = read("phu-luc.xlsx", &bytes).expect("read");
    assert_eq!(reading.sheet.as_deref(), Some("Phụ lục"));
    assert_eq!(reading.tasks[0].source, "phu-luc.xlsx, Phụ lục!9");
    assert_eq!(reading.tasks[0].items, ["1"]);
}

/// 2. Two heading rows: "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp", the columns in another order.
#[test]
fn an_annex_with_two_heading_rows_and_columns_in_another_order() {
    let bytes = book(|sheet| {
        merge(sheet, (0, 0), (1, 0), "TT");
        merge(sheet, (0, 1), (0, 2), "Thời gian");
        merge(sheet, (0, 3), (0, 4), "Cơ quan thực hiện");
        merge(sheet, (0, 5), (1, 5), "Nhiệm vụ, giải pháp");
        merge(sheet, (0, 6), (1, 6), "Kết quả đạt được");
        rows(sheet, 1, &[&["", "Bắt đầu", "Hoàn thành", "Chủ trì", "Phối hợp"]]);
        rows(
            sheet,
            2,
            &[
                &["A", "", "", "", "", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH"],
                &[
                    "1",
                    "01/01/2022",
                    "30/6/2022",
                    "VP UBND tỉnh",
                    "Sở TTTT/Sở Nội vụ",
                    "Rà soát thủ tục",
                    "Quyết định",
                ],
                &[
                    "2",
                    "Tháng 3/2022",
                    "Tháng 6/2022",
                    "Văn phòng Ủy ban nhân dân tỉnh",
                    "STP",
                    "Công khai thủ tục",
                    "Danh mục",
                ],
            ],
        );
    });
    let problems = problems(&bytes);
    assert_eq!(
        problems,
        ["E4 ambiguous_agency: Sở TTTT; one of: Sở Văn hóa, Thông tin, Thể thao và Du lịch (BL-SVHTTTTDL)",]
    );
    let settled = read_settled("phu-luc.xlsx", &bytes, &[("Sở TTTT", "BL-SVHTTTTDL")]).expect("settled");
    assert_eq!(
        settled.tasks.iter().map(annexes::told).collect::<Vec<_>>(),
        [
            "5-01 BL-VPUBND + BL-SVHTTTTDL BL-SNV | once 2022-01-01..2022-06-30 | Rà soát thủ tục | Quyết định",
            "5-02 BL-VPUBND + BL-STP | once 2022-03-01..2022-06-30 | Công khai thủ tục | Danh mục",
        ]
    );
}

/// 3. Merged cells over several tasks: the lead and the time hold for all; rows of one task go on.
#[test]
fn an_annex_whose_merged_cells_hold_for_several_tasks() {
    let bytes = book(|sheet| {
        rows(
            sheet,
            0,
            &[&["STT", "Nội dung", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm"]],
        );
        merge(sheet, (1, 1), (3, 1), "Nội dung 3: Trách nhiệm giải trình");
        merge(sheet, (1, 3), (3, 3), "Thanh tra tỉnh");
        merge(sheet, (1, 5), (2, 5), "Hằng quý");
        rows(
            sheet,
            1,
            &[
                &["1", "", "Tiếp công dân", "", "Văn phòng UBND tỉnh", "", "Sổ tiếp dân"],
                &["2", "", "Xử lý đơn", "", "", "", "Báo cáo"],
                &["3", "", "Rà soát vụ việc tồn đọng", "", "Công an tỉnh", "15/12/2022", "Danh sách"],
            ],
        );
        merge(sheet, (4, 0), (5, 0), "4");
        merge(sheet, (4, 1), (5, 1), "Nội dung 8");
        merge(sheet, (4, 2), (5, 2), "Nâng cấp cổng thông tin");
        merge(sheet, (4, 3), (5, 3), "Văn phòng UBND tỉnh");
        merge(sheet, (4, 5), (5, 5), "Năm 2022");
        rows(
            sheet,
            4,
            &[
                &["", "", "", "", "Sở Nội vụ", "", "Cổng mới"],
                &["", "", "", "", "Sở Tư pháp", "", "Báo cáo kiểm tra"],
            ],
        );
    });
    assert_eq!(
        tasks(&bytes),
        [
            "3-01 BL-TTR + BL-VPUBND | quarterly | Tiếp công dân | Sổ tiếp dân",
            "3-02 BL-TTR +  | quarterly | Xử lý đơn | Báo cáo",
            "3-03 BL-TTR + BL-CA | once 2021-12-17..2022-12-15 | Rà soát vụ việc tồn đọng | Danh sách",
            "8-01 BL-VPUBND + BL-SNV BL-STP | once 2022-01-01..2022-12-31 | Nâng cấp cổng thông tin | Cổng mới; Báo cáo kiểm tra",
        ]
    );
}

/// 4. Typing errors and names of nobody in particular: every cell that a person must settle, and none is taken.
#[test]
fn an_annex_with_typing_errors_in_its_names() {
    let bytes = book(|sheet| {
        rows(
            sheet,
            0,
            &[
                &["TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp"],
                &["1", "Việc một", "Sở Tư phap", "Sở Văn hóa, Thông tin, Thể tao và Du lịch, Sở Tài chính"],
                &["2", "Việc hai", "Sở Tư Phấp ", "Các sở, ban, nghành tỉnh"],
                &["3", "Việc ba", "Sở Nội vu tỉnh Bạc Liêu", "Các cơ quan, đơn vị liên quan"],
                &[
                    "4",
                    "Việc bốn",
                    "Sở Nôi vụ và Lao động",
                    "các sở, ban, ngành, đơn vị liên quan; Hội Nông dân tỉnh",
                ],
                &[
                    "5",
                    "Việc năm",
                    "Sở Giáo dục và Đào tạo",
                    "UBND các huyện, thị xã, thành phố và các địa phương",
                ],
                &["6", "Việc sáu", "UBND", "Công an"],
            ],
        );
    });
    assert_eq!(
        problems(&bytes),
        [
            "D2 unknown_agency: Sở Văn hóa, Thông tin, Thể tao và Du lịch; an agency: Sở Văn hóa, Thông tin, Thể thao và Du lịch",
            "D3 unknown_agency: Các sở, ban, nghành tỉnh; an agency: Các sở, ban, ngành tỉnh",
            "D4 ambiguous_agency: Các cơ quan, đơn vị liên quan; which agencies",
            "C5 unknown_agency: Lao động; an agency",
            "D5 ambiguous_agency: các sở, ban, ngành, đơn vị liên quan; which agencies",
            "D5 unknown_agency: Hội Nông dân tỉnh; an agency",
            "C6 ambiguous_agency: Sở Giáo dục và Đào tạo; one of: Sở Giáo dục, Khoa học và Công nghệ (BL-SGDKHCN); Sở Lao động - Thương binh và Xã hội (BL-SLDTBXH)",
            "D6 ambiguous_agency: các địa phương; which agencies",
            "C7 unknown_agency: UBND; an agency",
        ]
    );
}

/// 5. Several agencies in a cell in every way of parting them, roles in words, and heads for their agencies.
#[test]
fn an_annex_with_several_agencies_in_a_cell() {
    let bytes = book(|sheet| {
        rows(
            sheet,
            0,
            &[
                &["TT", "Nội dung công việc", "Cơ quan thực hiện", "Cơ quan, đơn vị phối hợp", "Tiến độ"],
                &["1", "a", "Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp và Thanh tra tỉnh", "", "Hằng năm"],
                &[
                    "2",
                    "b",
                    "Chủ trì: Sở Y tế\nPhối hợp: Bảo hiểm xã hội tỉnh; UBND cấp huyện, cấp xã",
                    "",
                    "6 tháng",
                ],
                &[
                    "3",
                    "c",
                    "Sở Nội vụ, Sở Tài chính",
                    "Sở Văn hóa, Thông tin,\nThể thao và Du lịch\nSở Công Thương",
                    "6 tháng đầu năm 2023",
                ],
                &[
                    "4",
                    "d",
                    "Chủ tịch UBND các xã, phường, thị trấn",
                    "Sở LĐ-TB&XH, Sở NN&PTNT, Đài PT-TH, UBMTTQVN tỉnh, BTG Tỉnh ủy",
                    "Quý III, IV/2023",
                ],
                &[
                    "5",
                    "đ",
                    "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
                    "uy ban nhan dan cac huyen, thi xa, thanh pho - UBND phường Nhà Mát",
                    "trong tháng 6",
                ],
            ],
        );
    });
    let reading = read("phu-luc.xlsx", &bytes).expect("read");
    assert_eq!(
        reading.tasks.iter().map(annexes::told).collect::<Vec<_>>(),
        [
            "NV-01 BL-SNV + BL-STP BL-TTR | yearly | a | ",
            "NV-02 BL-SYT + BL-BHXH @huyen @xa | half_yearly | b | ",
            "NV-03 BL-SNV + BL-STC BL-SVHTTTTDL BL-SCT | once 2023-01-01..2023-06-30 | c | ",
            "NV-04 @xa + BL-SLDTBXH BL-SNNPTNT BL-DPTTH BL-MTTQ BL-BTG | once 2023-07-01..2023-12-31 | d | ",
            "NV-05 BL-STNMT + @huyen BL-X-PNM | once 30/6 | đ | ",
        ]
    );
    assert_eq!(lines(&reading.warnings), ["C4 several_leads: Sở Nội vụ, Sở Tài chính; one lead"]);
}

/// 6. Time in words, in numbers and in days, some of which do not exist.
#[test]
fn an_annex_with_time_in_words_and_days_that_do_not_exist() {
    let bytes = book(|sheet| {
        rows(sheet, 0, &[&["Mã", "Nhiệm vụ", "Chủ trì", "Thời hạn hoàn thành"]]);
        let times = [
            "31/02",
            "Quý V/2025",
            "30/6/20225",
            "tháng 13/2025",
            "Theo kế hoạch của Trung ương",
            "Từ 30/6/2023 đến 01/01/2023",
            "Năm 2019",
            "2022-2025",
        ];
        for (row, time) in (1..).zip(times) {
            rows(sheet, row, &[&[&format!("N-{row}"), "Việc", "Sở Nội vụ", time]]);
        }
        let day = Format::new().set_num_format("dd/mm/yyyy");
        rows(sheet, 9, &[&["N-9", "Việc", "Sở Nội vụ"], &["N-10", "Việc", "Sở Nội vụ"]]);
        sheet
            .write_with_format(9, 3, ExcelDateTime::from_ymd(2023, 9, 30).expect("a day"), &day)
            .expect("written");
        sheet.write(10, 3, 2024).expect("written");
    });
    assert_eq!(
        problems(&bytes),
        [
            "D2 impossible_date: 31/02; a day that exists",
            "D3 impossible_date: Quý V/2025; a day that exists",
            "D4 impossible_date: 30/6/20225; a day that exists",
            "D5 impossible_date: tháng 13/2025; a day that exists",
            "D7 impossible_date: Từ 30/6/2023 đến 01/01/2023; a day that exists",
        ]
    );
    let good = book(|sheet| {
        rows(sheet, 0, &[&["Mã", "Nhiệm vụ", "Chủ trì", "Thời hạn hoàn thành"]]);
        rows(
            sheet,
            1,
            &[
                &["N-5", "Việc", "Sở Nội vụ", "Theo kế hoạch của Trung ương"],
                &["N-7", "Việc", "Sở Nội vụ", "Năm 2019"],
                &["N-8", "Việc", "Sở Nội vụ", "2022-2025"],
            ],
        );
        let day = Format::new().set_num_format("dd/mm/yyyy");
        rows(sheet, 4, &[&["N-9", "Việc", "Sở Nội vụ"], &["N-10", "Việc", "Sở Nội vụ"]]);
        sheet
            .write_with_format(4, 3, ExcelDateTime::from_ymd(2023, 9, 30).expect("a day"), &day)
            .expect("written");
        sheet.write(5, 3, 2024).expect("written");
    });
    let reading = read("phu-luc.xlsx", &good).expect("read");
    assert_eq!(
        reading.tasks.iter().map(annexes::told).collect::<Vec<_>>(),
        [
            "N-5 BL-SNV +  | once | Việc | ",
            "N-7 BL-SNV +  | once 2019-01-01..2019-12-31 | Việc | ",
            "N-8 BL-SNV +  | continuous 2022-01-01..2025-12-31 | Việc | ",
            "N-9 BL-SNV +  | once 2021-12-17..2023-09-30 | Việc | ",
            "N-10 BL-SNV +  | once 2024-01-01..2024-12-31 | Việc | ",
        ]
    );
    assert_eq!(
        lines(&reading.warnings),
        [
            "D2 unread_period: Theo kế hoạch của Trung ương; a time",
            "D3 outside_plan: Năm 2019; 2021-12-17..2025-12-31",
        ]
    );
}

/// 7. Hidden rows and columns are taken and named; a hidden sheet and a sheet of notes are not read.
#[test]
fn an_annex_with_hidden_rows_and_columns() {
    let mut workbook = Workbook::new();
    let draft = workbook.add_worksheet();
    draft.set_name("Nháp").expect("a name");
    draft.set_hidden(true);
    rows(draft, 0, &[&["TT", "Nhiệm vụ", "Chủ trì"], &["1", "Cũ", "Sở Nội vụ"]]);
    let sheet = workbook.add_worksheet();
    sheet.set_name("Phụ lục").expect("a name").set_active(true);
    rows(
        sheet,
        0,
        &[
            &["TT", "Nhiệm vụ", "Chủ trì", "Kinh phí", "Phối hợp"],
            &["1", "Việc một", "Sở Nội vụ", "100", "Sở Tư pháp"],
            &["2", "Việc hai", "Sở Y tế", "200", "Sở Tài chính"],
        ],
    );
    sheet.set_row_hidden(2).expect("hidden");
    sheet.set_column_hidden(4).expect("hidden");
    rows(workbook.add_worksheet(), 0, &[&["Ghi chú của chuyên viên"]]);
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let reading = read("phu-luc.xlsx", &bytes).expect("read");
    assert_eq!(
        reading.tasks.iter().map(annexes::told).collect::<Vec<_>>(),
        ["NV-01 BL-SNV + BL-STP | once | Việc một | ", "NV-02 BL-SYT + BL-STC | once | Việc hai | ",]
    );
    assert_eq!((reading.sheet.as_deref(), reading.ignored), (Some("Phụ lục"), vec!["Nháp".to_owned()]));
    assert_eq!(
        lines(&reading.warnings),
        [
            "- hidden_rows: 3; taken",
            "- hidden_columns: E; taken",
            "D1 unknown_column: Kinh phí; a known heading",
        ]
    );
}

/// 8. Numbers as text, numbering in the text, letters, children of a numbered parent, "như trên".
#[test]
fn an_annex_numbered_in_its_text() {
    let bytes = book(|sheet| {
        rows(
            sheet,
            0,
            &[
                &["Nội dung thực hiện", "Đơn vị chủ trì", "Thời gian", "Minh chứng", "Chỉ tiêu đo lường"],
                &["I. Kiểm soát tham nhũng trong khu vực công"],
                &["1. Công tác kiểm tra"],
                &[
                    "1.1. Kiểm tra công vụ",
                    "Sở Nội vụ",
                    "Hàng quý",
                    "Kết luận",
                    "Số cuộc kiểm tra (cuộc/quý)",
                ],
                &[
                    "1.2. Công bố kết luận",
                    "Như trên",
                    "nt",
                    "Đường dẫn",
                    "Tỷ lệ kết luận được công khai (%)",
                ],
                &["II. Công tác tuyên truyền"],
                &["a) Viết tin, bài", "Báo Bạc Liêu", "Hằng tháng", "Danh mục bài"],
                &["- Phát thanh", "-nt-", "-nt-", "Nhật ký"],
            ],
        );
    });
    assert_eq!(
        tasks(&bytes),
        [
            "4-01 BL-SNV +  | quarterly | Kiểm tra công vụ | Kết luận",
            "4-02 BL-SNV +  | quarterly | Công bố kết luận | Đường dẫn",
            "TT-01 BL-BAO +  | monthly | Viết tin, bài | Danh mục bài",
            "TT-02 BL-BAO +  | monthly | Phát thanh | Nhật ký",
        ]
    );
    let drafts = annexes::drafts("phu-luc.xlsx", &bytes);
    assert_eq!(
        (
            drafts[0].measure.as_ref().and_then(|m| m.unit.as_deref()),
            drafts[0].measure.as_ref().and_then(|m| m.high)
        ),
        (Some("cuộc/quý"), None)
    );
    assert_eq!(
        (
            drafts[1].measure.as_ref().and_then(|m| m.unit.as_deref()),
            drafts[1].measure.as_ref().and_then(|m| m.high)
        ),
        (Some("%"), Some(100.0))
    );
}

/// 9. Everything that can be missing, doubled or broken in a cell, told at once.
#[test]
fn an_annex_with_missing_doubled_and_broken_cells() {
    let bytes = book(|sheet| {
        rows(
            sheet,
            0,
            &[
                &["Mã", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Trọng số"],
                &["M1", "Việc một", "", "Sở Tư pháp", "1"],
                &["M2", "", "Sở Nội vụ", "", "nặng"],
                &["M1", "Việc ba", "Sở Nội vụ"],
                &["M4", "", "Sở Nội vụ"],
                &["M5", "Việc năm"],
            ],
        );
        sheet.write(4, 1, Formula::new("=B3&\"x\"").set_result("x")).expect("a formula");
        sheet.write(5, 2, Formula::new("=VLOOKUP(1,A1:B2,9)").set_result("#REF!")).expect("an error");
    });
    let found = problems(&without_result(&bytes));
    assert_eq!(
        found,
        [
            "C2 missing_lead: -; an agency that leads",
            "B3 missing_text: -; what is to be done",
            "E3 not_a_number: nặng; a number",
            "A4 duplicate_code: M1; once; first in A2",
            "B5 formula_without_value: =B3&\"x\"; the formula's result",
            "C6 cell_error: #REF!; a value",
        ]
    );
}

/// 10. A table that is no annex, an annex without a lead column, a file of another kind.
#[test]
fn what_is_no_annex_is_refused_as_a_whole() {
    let none = book(|sheet| rows(sheet, 0, &[&["Họ tên", "Chức vụ"], &["Nguyễn Văn A", "Chuyên viên"]]));
    assert_eq!(problems(&none), ["- empty_sheet: -; a table of tasks"]);
    let leaderless = book(|sheet| {
        rows(
            sheet,
            0,
            &[&["STT", "Nhiệm vụ", "Thời gian", "Sản phẩm"], &["1", "Việc", "Hằng năm", "Báo cáo"]],
        );
    });
    assert_eq!(problems(&leaderless), ["- missing_column: Cơ quan chủ trì; a column: Cơ quan chủ trì"]);
    assert_eq!(problems(b"%PDF-1.7 "), ["- not_a_workbook: pdf; csv or xlsx"]);
    let headed = book(|sheet| rows(sheet, 0, &[&["STT", "Nhiệm vụ", "Chủ trì"]]));
    assert_eq!(problems(&headed), ["- empty_sheet: -; a table of tasks"]);
}

/// 11. Names that share their beginning, the short names of other offices, places in brackets.
#[test]
fn an_annex_whose_names_share_their_beginning() {
    let bytes = book(|sheet| {
        rows(
            sheet,
            0,
            &[
                &["TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp"],
                &[
                    "1",
                    "a",
                    "Sở Nội vụ (cơ quan thường trực)",
                    "Các Sở: Tư pháp, Tài chính, Kế hoạch và Đầu tư; Công an tỉnh",
                ],
                &[
                    "2",
                    "b",
                    "CA tỉnh",
                    "Sở GTVT, Sở KH&ĐT, Báo BL, UBND TP Bạc Liêu, UBND TX. Giá Rai, huyện Phước Long",
                ],
                &[
                    "3",
                    "c",
                    "UBND các huyện: Hồng Dân, Đông Hải",
                    "UBND các huyện, TX, TP và UBND các xã, phường",
                ],
                &["4", "d", "- Chủ trì: Sở Y tế.\n- Phối hợp: Sở Tài chính, BHXH tỉnh.", ""],
                &["5", "đ", "Các Sở: Nội vụ, Ngoại vụ", ""],
            ],
        );
    });
    assert_eq!(problems(&bytes), ["C6 unknown_agency: Ngoại vụ; an agency"]);
    let settled = read_settled("phu-luc.xlsx", &bytes, &[("Ngoại vụ", "-")]).expect("settled");
    assert_eq!(
        settled.tasks.iter().map(annexes::told).collect::<Vec<_>>(),
        [
            "NV-01 BL-SNV + BL-STP BL-STC BL-SKHDT BL-CA | once | a | ",
            "NV-02 BL-CA + BL-SGTVT BL-SKHDT BL-BAO BL-H-BLTP BL-H-GR BL-H-PL | once | b | ",
            "NV-03 BL-H-HD + BL-H-DH @huyen @xa | once | c | ",
            "NV-04 BL-SYT + BL-STC BL-BHXH | once | d | ",
            "NV-05 BL-SNV +  | once | đ | ",
        ]
    );
}

/// The same workbook with the result of its formula on text left out, as programs write it that do not calculate.
fn without_result(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let (name, mut text) = (part.name().expect("a name").into_owned(), String::new());
        part.read_to_string(&mut text).expect("text");
        out.start_file(name, SimpleFileOptions::default()).expect("a part");
        let cell = r#"<c r="B5" t="str"><f>B3&amp;"x"</f><v>x</v></c>"#;
        let bare = r#"<c r="B5"><f>B3&amp;"x"</f></c>"#;
        out.write_all(text.replace(cell, bare).as_bytes()).expect("written");
    }
    out.finish().expect("an archive").into_inner()
}
