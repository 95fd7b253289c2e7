//! `nanghang estimate` at the front door: a survey of one's own, and a file of cases.

mod door;

use std::fs;

use door::Door;

const DATA: &str = "\
tinh,xa,tang,w,hai_long,diem
1,a,x,10,1,7
1,a,x,10,0,5
1,b,x,12,1,8
1,b,x,12,1,
2,c,y,20,0,4
2,c,y,20,0,6
2,d,y,15,1,9
2,d,y,15,0,3
";

const DESIGN: &str = "\
ids = [\"xa\"]
strata = [\"tang\"]
weights = \"w\"
";

fn laid(door: Door, design: &str) -> Door {
    fs::write(door.folder().join("khao-sat.csv"), DATA).expect("written");
    fs::write(door.folder().join("thiet-ke.toml"), design).expect("written");
    door
}

const ASKED: &str = "estimate --data khao-sat.csv --design thiet-ke.toml";

#[test]
fn a_table_says_what_the_sample_is_and_how_far_off_it_may_be() {
    let said = laid(Door::vi(), DESIGN).answer(&format!("{ASKED} --means hai_long,diem --by tinh"));
    assert!(said.contains("8 phiếu, 4 đơn vị chọn mẫu cấp một trong 2 tầng"), "{said}");
    assert!(said.contains("hai_long") && said.contains("Sai số chuẩn"), "{said}");
}

#[test]
fn json_and_csv_carry_full_precision_and_agree() {
    let door = laid(Door::en(), DESIGN);
    let rows: serde_json::Value =
        serde_json::from_str(&door.answer(&format!("{ASKED} --means diem --totals w --format json")))
            .expect("JSON");
    let mean = (10.0 * 12.0 + 12.0 * 8.0 + 20.0 * 10.0 + 15.0 * 12.0) / 102.0;
    assert!((rows[0]["estimate"].as_f64().expect("a number") - mean).abs() < 1e-12);
    assert_eq!(rows[1]["estimate"], 10.0 * 20.0 + 12.0 * 24.0 + 20.0 * 40.0 + 15.0 * 30.0);

    let csv = door.answer(&format!("{ASKED} --means diem --format csv"));

    assert!(csv.starts_with("variable,level,estimate,se,ci_low,ci_high,cv,df\ndiem,,"), "{csv}");
    assert!(csv.contains(&rows[0]["se"].to_string()), "{csv}");
}

#[test]
fn bootstraps_of_one_seed_are_the_same_every_time() {
    let door = laid(Door::en(), DESIGN);
    let ask =
        |seed: u8| door.answer(&format!("{ASKED} --means diem --replicates 50 --seed {seed} --format json"));
    assert_eq!(ask(1), ask(1));
    assert_ne!(ask(1), ask(2));
}

#[test]
fn a_mistake_in_the_design_file_is_named_by_its_line() {
    for (wrong, line) in [
        ("ids = [\"xa\"]\nweight = \"w\"\n", "line 2"),
        ("ids = [\"xa\"]\nstrata = [\"tangg\"]\n", "line 2"),
        ("ids = [\"xa\"]\n\nlonely_psu = \"ignore\"\n", "line 3"),
        ("ids = [\"xa\"\nweights = 3\n", "thiet-ke.toml, line"),
    ] {
        let left = laid(Door::en(), wrong).run(&format!("{ASKED} --means diem"));
        assert_eq!(left.code, Some(1), "{wrong}");
        assert!(left.err.contains(line), "{wrong}: {}", left.err);
    }
    for (wrong, said) in [
        ("weight = \"w\"\n", "Tệp thiết kế không có mục này."),
        ("lonely_psu = \"ignore\"\n", "Mục này không nhận giá trị ấy."),
        ("weights = 3\n", "Giá trị của mục này không đúng kiểu."),
        ("ids = [\n", "Dòng này không đọc được theo TOML."),
    ] {
        let left = laid(Door::vi(), wrong).run(&format!("{ASKED} --means diem"));
        assert!(left.err.contains(said), "{wrong}: {}", left.err);
    }
}

#[test]
fn a_column_that_the_file_lacks_is_wrong_usage_and_a_lonely_stratum_is_refused() {
    let said = laid(Door::en(), DESIGN).wrong(&format!("{ASKED} --means dim"));
    assert!(said.contains("dim"), "{said}");

    let lonely = laid(Door::en(), "ids = [\"tinh\"]\nstrata = [\"tang\"]\nweights = \"w\"\n");
    let left = lonely.run(&format!("{ASKED} --means diem"));

    assert_eq!(left.code, Some(1));
    assert!(left.err.contains("lonely_psu: stratum x"), "{}", left.err);
}

#[test]
fn a_case_that_cannot_be_answered_says_why_and_the_rest_still_are() {
    let door = laid(Door::en(), DESIGN);
    let case = |id: &str, column: &str| {
        format!(
            r#"{{"id":"{id}","data":"khao-sat.csv","design":{{"weights":"w"}},"estimator":{{"type":"mean","variables":["{column}"]}}}}"#
        )
    };
    let cases = format!(r#"{{"cases":[{},{}]}}"#, case("one", "nothing"), case("two", "diem"));
    fs::write(door.folder().join("cases.json"), cases).expect("written");

    let answers: serde_json::Value =
        serde_json::from_str(&door.answer("estimate --cases cases.json --format json")).expect("JSON");

    assert_eq!(answers[0]["error"], "unknown_variable: nothing");
    assert!(answers[1]["results"][0]["se"].is_number());
}

#[test]
fn a_kobo_export_is_read_without_its_groups_and_names() {
    let door = laid(Door::vi(), DESIGN);
    let export =
        DATA.replace("tinh,xa,tang,w,hai_long,diem", "a/tinh,a/xa,a/tang,w,b/hai_long,b/diem,_uuid,ho_ten");
    let export: String = export
        .lines()
        .enumerate()
        .map(|(at, line)| match at {
            0 => format!("{line}\n"),
            at => format!("{line},u{at},Người {at}\n"),
        })
        .collect();
    fs::write(door.folder().join("khao-sat.csv"), export).expect("written");
    let said = door.answer(&format!("{ASKED} --means diem --by tinh"));
    assert!(said.contains("8 phiếu, 4 đơn vị chọn mẫu cấp một trong 2 tầng"), "{said}");
}

#[test]
fn replicates_of_the_design_file_make_the_errors() {
    let plain = laid(Door::en(), DESIGN);
    let jackknife = laid(Door::en(), &format!("{DESIGN}[replication]\ntype = \"JKn\"\n"));
    let asked = format!("{ASKED} --totals diem --format csv");
    let (plain, jackknife) = (plain.answer(&asked), jackknife.answer(&asked));
    let figure = |text: &str, at: usize| {
        text.lines()
            .nth(1)
            .unwrap_or_default()
            .split(',')
            .nth(at)
            .and_then(|it| it.parse::<f64>().ok())
            .expect("a figure")
    };
    assert!((figure(&plain, 3) / figure(&jackknife, 3) - 1.0).abs() < 1e-9, "{plain}{jackknife}");

    let given =
        laid(Door::en(), &format!("{DESIGN}\n[replication]\ntype = \"JKn\"\nfile = \"khong-co.csv\"\n"));
    let told = given.run(&asked).err;
    assert!(told.contains("thiet-ke.toml") && told.contains('7'), "{told}");
}

#[test]
fn joint_probabilities_are_read_beside_the_design_file() {
    let door = laid(Door::en(), "[pps]\nmethod = \"joint\"\nprobs = \"p\"\nfile = \"joint.csv\"\n");
    fs::write(door.folder().join("khao-sat.csv"), "p,y\n0.5,1\n0.5,3\n").expect("written");
    fs::write(door.folder().join("joint.csv"), "0.5,0.2\n0.2,0.5\n").expect("written");
    let csv = door.answer(&format!("{ASKED} --totals y --format csv"));
    // Horvitz and Thompson: Σᵢⱼ (πᵢⱼ − πᵢπⱼ)/πᵢⱼ · yᵢ/πᵢ · yⱼ/πⱼ.
    let variance = 0.5 * 4.0 + 0.5 * 36.0 + 2.0 * (0.2 - 0.25) / 0.2 * 2.0 * 6.0;
    let se: f64 = csv.lines().nth(1).and_then(|line| line.split(',').nth(3)?.parse().ok()).expect("an error");
    assert!((se - f64::sqrt(variance)).abs() < 1e-9, "{csv}");
}

#[test]
fn a_word_among_numbers_is_named_and_makes_no_list_of_choices() {
    let door = laid(Door::vi(), DESIGN);
    let path = door.folder().join("khao-sat.csv");
    fs::write(&path, DATA.replace("2,d,y,15,0,3", "2,d,y,15,0,khá tốt")).expect("written");
    let left = door.run(&format!("{ASKED} --means diem"));
    assert_eq!(left.code, Some(1));
    assert!(left.err.contains("Cột “diem”, dòng số liệu 8: “khá tốt” không phải là số."), "{}", left.err);
    fs::write(door.folder().join("thiet-ke.toml"), format!("{DESIGN}factors = [\"diem\"]\n"))
        .expect("written");
    assert!(door.answer(&format!("{ASKED} --means diem")).contains("khá tốt"));
}

#[test]
fn weights_that_add_up_to_nothing_are_refused() {
    let door = laid(Door::vi(), "ids = [\"xa\"]\nweights = \"hai_long\"\n");
    let path = door.folder().join("khao-sat.csv");
    fs::write(&path, "xa,hai_long,diem\na,0,1\nb,0,2\nc,0,3\n").expect("written");
    let left = door.run(&format!("{ASKED} --means diem"));
    assert_eq!(left.code, Some(1));
    assert!(left.err.contains("Quyền số cộng lại bằng 0"), "{}", left.err);
}
