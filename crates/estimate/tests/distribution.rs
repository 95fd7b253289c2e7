//! The distributions against values worked out to forty digits (bisection on the incomplete beta and gamma functions in
//! arbitrary precision).

use estimate::distribution::{
    beta_quantile, chi_square_quantile, chi_square_upper, f_quantile, f_upper, normal_quantile, t_quantile,
    t_two_sided,
};

#[test]
fn quantiles_agree_with_tabulated_ones() {
    let mut count = 0;
    for line in include_str!("quantiles.csv").lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |at: usize| fields[at].parse::<f64>().unwrap_or(f64::NAN);
        let (p, a, b, want) = (number(1), number(2), number(3), number(4));
        let got = match fields[0] {
            "beta" => beta_quantile(p, a, b),
            "t" => t_quantile(p, a),
            "chi" => chi_square_quantile(p, a),
            _ => f_quantile(p, a, b),
        };
        assert!((got - want).abs() <= 1e-10 * want.abs().max(1e-300), "{line}: {got}");
        count += 1;
    }
    assert!(count > 250, "{count}");
}

#[test]
fn tails_undo_quantiles() {
    for df in [1.0, 2.5, 14.0, 197.0, 1e4] {
        for p in [0.9, 0.975, 0.9999] {
            let back = [
                1.0 - t_two_sided(t_quantile(p, df), df) / 2.0,
                1.0 - chi_square_upper(chi_square_quantile(p, df), df),
                1.0 - f_upper(f_quantile(p, 3.0, df), 3.0, df),
            ];
            for (at, back) in back.into_iter().enumerate() {
                assert!((back - p).abs() < 1e-12, "{at}: {df} {p} {back}");
            }
        }
    }
}

#[test]
fn very_many_degrees_of_freedom_return_and_are_normal() {
    let z = 1.959_963_984_540_054;
    assert!((normal_quantile(0.975) - z).abs() < 1e-14);
    for df in [1e7, 1e9, 1e12, 1e300, f64::INFINITY] {
        assert!((t_quantile(0.975, df) - z).abs() < 1e-6, "{df}");
    }
}

#[test]
fn outside_the_domain_there_is_no_number() {
    for value in [
        t_quantile(0.975, 0.0),
        t_quantile(0.975, -3.0),
        t_quantile(1.0, 3.0),
        t_quantile(f64::NAN, 3.0),
        beta_quantile(0.5, f64::NAN, 1.0),
        beta_quantile(0.5, 0.0, 0.0),
        beta_quantile(0.5, f64::INFINITY, 1.0),
        chi_square_quantile(0.5, 0.0),
        f_quantile(0.5, 0.0, 3.0),
        f_upper(1.0, f64::NAN, 3.0),
        t_two_sided(f64::NAN, 3.0),
        chi_square_upper(1.0, -1.0),
    ] {
        assert!(value.is_nan());
    }
}
